import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { PageLink } from './PageLink';
import styles from './layout.module.css';

/** More names than this tell nobody anything. */
const MOST_NAMES = 3;

/** A few names, each leading to its page, and how many more there are. */
export function NameList(props: {
  names: string[];
  getHref(name: string): string | undefined;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { names, getHref } = props;
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  return (
    <>
      {shown.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ' '}
          <span className={styles.listed}>
            <PageLink href={getHref(name)}>{name}</PageLink>
            {index < shown.length - 1 && ','}
          </span>
        </Fragment>
      ))}
      {more > 0 && ` ${t('list.more', { count: more })}`}
    </>
  );
}
