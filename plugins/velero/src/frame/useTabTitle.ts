import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../translation';
import en from '../translation/en';
import { SUB_PAGES } from './subPages';

/**
 * Translates the titles that the plugin gave its sub-pages, and leaves alone
 * those that a portal or another plugin chose.
 */
export function useTabTitle(): (title: string) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return title => {
    const known = SUB_PAGES.find(each => en[each.title] === title);
    return known ? t(known.title) : title;
  };
}
