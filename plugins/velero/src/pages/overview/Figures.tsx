import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { CardGrid } from '../../components/layout';
import { BackupFigure } from './BackupFigure';
import { ScheduleFigure } from './ScheduleFigure';
import { WorkspaceFigure } from './WorkspaceFigure';

/** The fleet in numbers, as far as the reader may see them. */
export function Figures(props: { overview: Overview }) {
  const { workspaces, recentBackups, schedules, withheld } = props.overview;
  return (
    <CardGrid column="18rem">
      {!withheld?.includes('workspaces') && (
        <WorkspaceFigure workspaces={workspaces} />
      )}
      {!withheld?.includes('backups') && (
        <BackupFigure recent={recentBackups} />
      )}
      {!withheld?.includes('schedules') && (
        <ScheduleFigure schedules={schedules} />
      )}
    </CardGrid>
  );
}
