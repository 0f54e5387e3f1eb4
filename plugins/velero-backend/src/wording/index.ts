import { en } from './en';
import { ptBr } from './ptBr';
import { Wording } from './Wording';

const WORDINGS = { en, 'pt-BR': ptBr } satisfies Record<string, Wording>;

/** A language that notifications can be written in. */
export type Language = keyof typeof WORDINGS;

export const LANGUAGES = Object.keys(WORDINGS) as [Language, ...Language[]];

/**
 * What is sent to people, in a language. Backstage does not tell in which one
 * each of them reads, so it is one for all, by `velero.notifications.language`.
 */
export function wordingIn(language: Language): Wording {
  return WORDINGS[language];
}

export * from './Wording';
