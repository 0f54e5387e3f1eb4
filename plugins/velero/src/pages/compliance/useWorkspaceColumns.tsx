import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ComplianceRow,
  VERDICTS,
} from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { VerdictStatus } from '../../components/status';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Formats, useFormats } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';
import { useFigures } from './useFigures';

/** The columns of a report by workspace. */
export function useWorkspaceColumns(): DataColumn<ComplianceRow>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const formats = useFormats();
  const { percent, gap } = useFigures();
  return useMemo(
    () => [
      {
        id: 'workspace',
        label: t('workspace.name'),
        isRowHeader: true,
        render: ({ workspace, title }) => (
          <PageLink href={links.workspace(workspace)}>{title}</PageLink>
        ),
      },
      {
        id: 'tenant',
        label: t('workspace.tenant'),
        render: ({ tenant }) => tenant ?? t('compliance.noTenant'),
      },
      {
        id: 'owner',
        label: t('workspace.owner'),
        render: ({ owner }) =>
          owner && <EntityRefLink entityRef={owner} defaultKind="group" />,
      },
      {
        id: 'protected',
        label: t('compliance.protected'),
        width: 'short',
        render: ({ protectedPercent }) => percent(protectedPercent),
      },
      {
        id: 'gap',
        label: t('compliance.longestGap'),
        width: 'short',
        render: ({ longestGapSeconds }) => gap(longestGapSeconds),
      },
      {
        id: 'otherwise',
        label: t('compliance.otherwise'),
        render: row => otherwise(row, t, formats),
      },
      {
        id: 'known',
        label: t('compliance.known'),
        width: 'short',
        render: ({ knownSeconds }) => formats.duration(knownSeconds * 1000),
      },
      {
        id: 'verdict',
        label: t('compliance.verdict'),
        render: ({ verdict }) =>
          verdict ? <VerdictStatus verdict={verdict} /> : t('compliance.gone'),
      },
    ],
    [t, links, formats, percent, gap],
  );
}

/** Such as `In part: 3 hours, Not known: 2 days`. */
function otherwise({ seconds }: ComplianceRow, t: Say, formats: Formats) {
  return VERDICTS.filter(
    verdict => verdict !== 'protected' && (seconds[verdict] ?? 0) > 0,
  )
    .map(
      verdict =>
        `${t(`verdict.${verdict}`)}: ${formats.duration(
          seconds[verdict]! * 1000,
        )}`,
    )
    .join(', ');
}
