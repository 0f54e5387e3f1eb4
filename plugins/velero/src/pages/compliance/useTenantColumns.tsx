import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DataColumn } from '../../components/table';
import { veleroTranslationRef } from '../../translation';
import { TenantRow } from './byTenant';
import { useFigures } from './useFigures';

/** The columns of a report by tenant. */
export function useTenantColumns(): DataColumn<TenantRow>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { percent, gap } = useFigures();
  return useMemo(
    () => [
      {
        id: 'tenant',
        label: t('workspace.tenant'),
        isRowHeader: true,
        render: ({ tenant }) => tenant ?? t('compliance.noTenant'),
      },
      {
        id: 'workspaces',
        label: t('compliance.workspaces'),
        render: ({ workspaces }) => t('number', { value: workspaces }),
      },
      {
        id: 'protected',
        label: t('compliance.protected'),
        render: ({ protectedPercent }) => percent(protectedPercent),
      },
      {
        id: 'gap',
        label: t('compliance.longestGap'),
        render: ({ longestGapSeconds }) => gap(longestGapSeconds),
      },
    ],
    [t, percent, gap],
  );
}
