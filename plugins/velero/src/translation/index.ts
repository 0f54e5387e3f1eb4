export { veleroTranslationRef } from './ref';
export type { Say } from './ref';
export { useLanguage } from './useLanguage';
