import { useMemo } from 'react';
import { useLanguage } from '../translation';
import { createFormats, Formats } from './formats';

/** The formats of the app's language. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(
    () => createFormats(language, navigator.languages),
    [language],
  );
}
