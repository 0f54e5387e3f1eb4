import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../translation';
import en from '../translation/en';

const KEYS = [
  'page.overview',
  'page.workspaces',
  'page.backups',
  'page.schedules',
  'page.storage',
] as const;

/**
 * Translates the titles that the plugin gave its sub-pages, and leaves alone
 * those that a portal or another plugin chose.
 */
export function useTabTitle(): (title: string) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return title => {
    const key = KEYS.find(each => en[each] === title);
    return key ? t(key) : title;
  };
}
