import {
  createTranslationRef,
  TranslationFunction,
} from '@backstage/frontend-plugin-api';
import messages from './en';

/**
 * What the plugin says, in English, with Brazilian Portuguese beside it.
 *
 * @public
 */
export const veleroTranslationRef = createTranslationRef({
  id: 'plugin.velero',
  messages,
  translations: { 'pt-BR': () => import('./pt-BR') },
});

/** Says a message in the reader's language. */
export type Say = TranslationFunction<(typeof veleroTranslationRef)['T']>;
