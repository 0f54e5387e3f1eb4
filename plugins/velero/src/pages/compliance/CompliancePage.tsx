import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ComplianceSpan } from '../../api';
import { PageBody, Section } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { ComplianceFilters } from './ComplianceFilters';
import { ComplianceTables } from './ComplianceTables';
import { MAX_DAYS, spanOfDays } from './reportSpan';
import { useReportChoice } from './useReportChoice';
import styles from './compliance.module.css';

/** How workspaces were protected in a span of time, to keep and to print. */
export function CompliancePage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const choice = useReportChoice();
  const span = spanOfDays(choice);
  return (
    <div className={styles.report}>
      <PageBody>
        <Section
          title={t('compliance.title')}
          description={t('compliance.note')}
        >
          {span ? (
            <Report span={span} choice={choice} />
          ) : (
            <>
              <ComplianceFilters choice={choice} tenants={[]} />
              <Alert
                role="status"
                status="warning"
                icon
                title={t('compliance.badSpan', { days: MAX_DAYS })}
              />
            </>
          )}
        </Section>
      </PageBody>
    </div>
  );
}

function Report(props: {
  span: ComplianceSpan;
  choice: ReturnType<typeof useReportChoice>;
}) {
  const { span, choice } = props;
  const { tenant } = choice;
  const query = useVeleroQuery(
    `compliance ${JSON.stringify(span)}`,
    (api, signal) => api.getCompliance(span, { signal }),
  );
  const tenants = new Set(
    (query.data?.rows ?? []).flatMap(row => row.tenant ?? []),
  );
  return (
    <>
      <ComplianceFilters
        choice={choice}
        span={span}
        tenants={[...tenants].sort()}
      />
      <QueryView query={query}>
        {report => (
          <ComplianceTables
            report={{
              ...report,
              rows: report.rows.filter(
                row => tenant === undefined || row.tenant === tenant,
              ),
            }}
          />
        )}
      </QueryView>
    </>
  );
}
