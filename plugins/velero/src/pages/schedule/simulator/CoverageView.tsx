import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Coverage } from '@appgear/backstage-plugin-velero-common';
import { FreshnessBanners, NothingHere } from '../../../components/state';
import { Status } from '../../../components/status';
import { DataTable } from '../../../components/table';
import { Timestamp } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import { CoveragePatch } from './CoveragePatch';
import { CoverageProblems } from './CoverageProblems';
import { useCoverageColumns } from './useCoverageColumns';
import { WorkspaceChoice } from './useWorkspaceChoice';
import { WorkspaceSelect } from './WorkspaceSelect';

/** What a schedule would hold of each workspace, and what to change. */
export function CoverageView(props: {
  coverage: Coverage;
  choice: WorkspaceChoice;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { coverage, choice } = props;
  const columns = useCoverageColumns();
  const { simulation, omitted, inventoryReadAt, freshness } = coverage;
  return (
    <>
      <FreshnessBanners freshness={freshness} />
      {inventoryReadAt ? (
        <Text as="p" color="secondary">
          {t('coverage.asOf', {
            version: simulation.veleroVersion,
            age: <Timestamp at={inventoryReadAt} />,
          })}
        </Text>
      ) : (
        <Status tone="warning">{t('coverage.unread')}</Status>
      )}
      {omitted.length > 0 && (
        <Status tone="warning">
          {t('coverage.omitted', { workspaces: omitted.join(', ') })}
        </Status>
      )}
      <CoverageProblems problems={simulation.problems} />
      <WorkspaceSelect workspaces={coverage.workspaces} choice={choice} />
      <DataTable
        label={t('coverage.title')}
        columns={columns}
        items={simulation.namespaces}
        getKey={({ namespace }) => namespace}
        empty={<NothingHere>{t('coverage.empty')}</NothingHere>}
      />
      <CoveragePatch coverage={coverage} />
    </>
  );
}
