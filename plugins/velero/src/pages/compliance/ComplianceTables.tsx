import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ComplianceReport } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { byTenant } from './byTenant';
import { useTenantColumns } from './useTenantColumns';
import { useWorkspaceColumns } from './useWorkspaceColumns';

/** A report, by tenant and by workspace. */
export function ComplianceTables({ report }: { report: ComplianceReport }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const tenantColumns = useTenantColumns();
  const workspaceColumns = useWorkspaceColumns();
  const { rows, from, to, generatedAt } = report;
  const empty = <NothingHere>{t('compliance.empty')}</NothingHere>;
  return (
    <>
      <Text as="p">
        {t('compliance.span', {
          from: <Timestamp at={from} show="dateTime" />,
          to: <Timestamp at={to} show="dateTime" />,
          made: <Timestamp at={generatedAt} show="dateTime" />,
        })}
      </Text>
      <Section title={t('compliance.byTenant')}>
        <DataTable
          label={t('compliance.byTenant')}
          columns={tenantColumns}
          items={byTenant(rows)}
          getKey={({ tenant }) => tenant ?? ''}
          empty={empty}
        />
      </Section>
      <Section title={t('compliance.byWorkspace')}>
        <DataTable
          label={t('compliance.byWorkspace')}
          columns={workspaceColumns}
          items={rows}
          getKey={({ workspace }) => workspace}
          empty={empty}
        />
      </Section>
    </>
  );
}
