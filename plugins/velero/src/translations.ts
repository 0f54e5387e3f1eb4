/**
 * What the plugin says, to be said otherwise by a portal: pass
 * `createTranslationMessages({ ref: veleroTranslationRef, messages })` to the app.
 *
 * @packageDocumentation
 */
export { veleroTranslationRef } from './translation';
