import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageBody, Section } from '../../components/layout';
import { ListView } from '../../components/table';
import { useRestoresQuery } from '../../query';
import { useListState } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { AuditFilters } from './AuditFilters';
import { AUDIT_LIST, toAuditQuery } from './auditFilter';
import { ChainStatus } from './ChainStatus';
import { ExportButtons } from './ExportButtons';
import { useAuditColumns } from './useAuditColumns';

/** What was done about restores, by whom, and that it is all there. */
export function AuditPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const list = useListState(AUDIT_LIST);
  const asked = toAuditQuery(list.state);
  const query = useRestoresQuery(JSON.stringify(asked), (api, signal) =>
    api.getAudit(asked, { signal }),
  );
  const { data: rights } = useRestoresQuery('rights', (api, signal) =>
    api.getRights({ signal }),
  );
  const { offset: _offset, limit: _limit, ...filter } = asked;
  return (
    <PageBody>
      {rights?.audit === 'all' && <ChainStatus />}
      <Section
        title={t('audit.title')}
        description={
          rights?.audit === 'some' ? t('audit.partial.hint') : t('audit.note')
        }
        action={query.data && <ExportButtons filter={filter} />}
      >
        <AuditFilters list={list} />
        <ListView
          label={t('audit.title')}
          list={list}
          query={query}
          columns={useAuditColumns()}
          choices={[]}
          getKey={({ seq }) => String(seq)}
          empty={{ title: t('audit.empty'), hint: t('audit.hint') }}
        />
      </Section>
    </PageBody>
  );
}
