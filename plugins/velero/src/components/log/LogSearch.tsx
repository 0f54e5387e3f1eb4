import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BackupLog,
  LogLevel,
} from '@appgear/backstage-plugin-velero-common';
import type { VeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { NothingHere, QueryView } from '../state';
import { Status } from '../status';
import { Choice, DataTable, Filters, Pager, SearchBox } from '../table';
import { useLogColumns } from './useLogColumns';
import { LogQuestion } from './useLogQuestion';

const LEVELS: LogLevel[] = ['debug', 'info', 'warning', 'error'];

/** The lines of a log: searched, narrowed and paged where the log lies. */
export function LogSearch(props: {
  asked: LogQuestion;
  onAsk(asked: (now: LogQuestion) => LogQuestion): void;
  query: VeleroQuery<BackupLog>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { asked, onAsk, query } = props;
  const onSearch = useCallback(
    (search: string) => onAsk(now => ({ ...now, search, offset: 0 })),
    [onAsk],
  );
  return (
    <>
      <Filters>
        <SearchBox
          value={asked.search}
          placeholder={t('log.searchHint')}
          onChange={onSearch}
        />
        <Choice
          label={t('log.level')}
          options={LEVELS.map(id => ({ id, label: t(`log.level.${id}`) }))}
          value={asked.level}
          onChange={(level = asked.level) =>
            onAsk(now => ({ ...now, level, offset: 0 }))
          }
        />
      </Filters>
      <QueryView query={query} lines={4}>
        {log => (
          <Lines
            log={log}
            pageSize={asked.limit}
            isStale={query.isStale}
            onOffset={offset => onAsk(now => ({ ...now, offset }))}
          />
        )}
      </QueryView>
    </>
  );
}

function Lines(props: {
  log: BackupLog;
  pageSize: number;
  isStale: boolean;
  onOffset(offset: number): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useLogColumns();
  const { log, pageSize, isStale, onOffset } = props;
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
        <Pager
          offset={offset}
          shown={lines.length}
          total={total}
          pageSize={pageSize}
          onOffset={onOffset}
        />
      )}
    </>
  );
}
