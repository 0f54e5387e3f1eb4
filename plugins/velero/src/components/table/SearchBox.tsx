import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import styles from './Filters.module.css';

/** Long enough to type a word, short enough to feel live. */
const SETTLE_MS = 250;

/** A search field that speaks when the typing rests. */
export function SearchBox(props: {
  value: string;
  onChange(value: string): void;
  placeholder?: string;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const told = useRef(value);

  // The value may change elsewhere too, as by the browser's back button.
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    if (typed === told.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  return (
    <SearchField
      className={styles.search}
      size="small"
      label={t('list.search')}
      placeholder={props.placeholder ?? t('list.searchHint')}
      maxLength={200}
      value={typed}
      onChange={setTyped}
    />
  );
}
