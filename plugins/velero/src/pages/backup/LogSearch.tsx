import { useCallback, useState } from 'react';
import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BackupLog,
  LogLevel,
} from '@appgear/backstage-plugin-velero-common';
import { NothingHere, QueryView } from '../../components/state';
import { Status } from '../../components/status';
import { DataTable, OffsetPager, SearchBox } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { useLogColumns } from './useLogColumns';
import styles from './backup.module.css';

const ROWS = 50;
const LEVELS: LogLevel[] = ['debug', 'info', 'warning', 'error'];

/** The lines of a log: searched, narrowed and paged where the log lies. */
export function LogSearch(props: { cluster: string; name: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [asked, setAsked] = useState({
    search: '',
    level: 'debug' as LogLevel,
    offset: 0,
  });
  const query = useVeleroQuery(
    `log of ${props.cluster}/${props.name} ${JSON.stringify(asked)}`,
    (api, signal) =>
      api.getBackupLog(props, { ...asked, limit: ROWS }, { signal }),
  );
  const onSearch = useCallback(
    (search: string) => setAsked(now => ({ ...now, search, offset: 0 })),
    [],
  );
  return (
    <>
      <div role="search" className={styles.bar}>
        <SearchBox
          className={styles.search}
          value={asked.search}
          placeholder={t('log.searchHint')}
          onChange={onSearch}
        />
        <Select
          className={styles.choice}
          label={t('log.level')}
          options={LEVELS.map(id => ({ id, label: t(`log.level.${id}`) }))}
          value={asked.level}
          onChange={level =>
            setAsked(now => ({ ...now, level: level as LogLevel, offset: 0 }))
          }
        />
      </div>
      <QueryView query={query} lines={4}>
        {log => (
          <Lines
            log={log}
            isStale={query.isStale}
            onOffset={offset => setAsked(now => ({ ...now, offset }))}
          />
        )}
      </QueryView>
    </>
  );
}

function Lines(props: {
  log: BackupLog;
  isStale: boolean;
  onOffset(offset: number): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useLogColumns();
  const { log, isStale, onOffset } = props;
  const { lines, total, offset, filtered, truncated } = log;
  return (
    <>
      {filtered && <Status tone="info">{t('log.filtered')}</Status>}
      {truncated && <Status tone="warning">{t('log.truncated')}</Status>}
      <DataTable
        label={t('log.title')}
        columns={columns}
        items={lines}
        getKey={line => `${offset + lines.indexOf(line)}`}
        isStale={isStale}
        empty={<NothingHere>{t('log.empty')}</NothingHere>}
      />
      {total > 0 && (
        <OffsetPager
          offset={offset}
          shown={lines.length}
          total={total}
          pageSize={ROWS}
          onOffset={onOffset}
        />
      )}
    </>
  );
}
