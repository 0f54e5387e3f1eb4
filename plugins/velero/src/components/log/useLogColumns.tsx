import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  LogLevel,
  LogLine,
} from '@appgear/backstage-plugin-velero-common';
import { useFormats } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { Status, Tone } from '../status';
import { DataColumn } from '../table';
import styles from './log.module.css';

const TONES: Record<LogLevel, Tone> = {
  debug: 'neutral',
  info: 'info',
  warning: 'warning',
  error: 'danger',
};

/** The columns of a log. */
export function useLogColumns(): DataColumn<LogLine>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'at',
        label: t('log.at'),
        width: 'short',
        render: ({ at }) =>
          at && <time dateTime={at}>{formats.second(new Date(at))}</time>,
      },
      {
        id: 'level',
        label: t('log.level'),
        width: 'short',
        render: ({ level }) =>
          level && <Status tone={TONES[level]}>{t(`log.is.${level}`)}</Status>,
      },
      {
        id: 'message',
        label: t('log.message'),
        isRowHeader: true,
        width: 'rest',
        render: line => <Words line={line} />,
      },
    ],
    [t, formats],
  );
}

/** Velero's own words, which are of no language but its own. */
function Words({ line: { message, fields } }: { line: LogLine }) {
  return (
    <div translate="no" className={styles.words}>
      {message}
      <Text as="div" variant="body-small" color="secondary">
        {Object.entries(fields)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ')}
      </Text>
    </div>
  );
}
