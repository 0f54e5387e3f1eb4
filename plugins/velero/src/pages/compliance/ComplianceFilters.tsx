import { Button } from '@backstage/ui';
import { RiPrinterLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ComplianceSpan } from '../../api';
import { Choice, DateField } from '../../components/table';
import { veleroTranslationRef } from '../../translation';
import { ReportChoice } from './useReportChoice';
import { SaveReport } from './SaveReport';
import styles from './compliance.module.css';

/** Days and tenant of a report, and the ways to keep it. Not printed. */
export function ComplianceFilters(props: {
  choice: ReportChoice;
  tenants: string[];
  /** Undefined: there is nothing to keep. */
  span?: ComplianceSpan;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { choice, tenants, span } = props;
  const { from, to, tenant, change } = choice;
  return (
    <div className={styles.bar}>
      <DateField
        className={styles.day}
        label={t('compliance.from')}
        value={from}
        onChange={day => change({ from: day })}
      />
      <DateField
        className={styles.day}
        label={t('compliance.to')}
        value={to}
        onChange={day => change({ to: day })}
      />
      <Choice
        label={t('compliance.tenant')}
        all={t('compliance.allTenants')}
        options={tenants.map(id => ({ id, label: id }))}
        value={tenant}
        onChange={chosen => change({ tenant: chosen })}
      />
      {span && (
        <>
          <SaveReport span={span} days={{ from, to }} tenant={tenant} />
          <Button
            variant="secondary"
            iconStart={<RiPrinterLine />}
            onPress={() => window.print()}
          >
            {t('compliance.print')}
          </Button>
        </>
      )}
    </div>
  );
}
