import { useMemo } from 'react';
import { useLanguage } from '../translation';
import { formatsOf, Formats } from './formats';

/** The formats of the app's language. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsOf(language, navigator.languages), [language]);
}
