import { TitledPage } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useVeleroQuery } from '../../query';
import { ScheduleCoverage } from './ScheduleCoverage';
import { ScheduleFacts } from './ScheduleFacts';
import { ScheduleReasons } from './ScheduleReasons';
import { useWorkspaceChoice } from './simulator/useWorkspaceChoice';

/** One schedule: how it fares, and what it will hold. */
export function SchedulePage(props: { cluster: string; name: string }) {
  const { cluster, name } = props;
  const key = `${cluster}/${name}`;
  const schedule = useVeleroQuery(`schedule ${key}`, (api, signal) =>
    api.getSchedule({ cluster, name }, { signal }),
  );
  const choice = useWorkspaceChoice();
  const { workspace } = choice;
  const coverage = useVeleroQuery(
    `coverage of ${key} ${workspace ?? ''}`,
    (api, signal) =>
      api.getScheduleCoverage({ cluster, name }, { workspace }, { signal }),
  );
  return (
    <TitledPage title={name}>
      <QueryView query={schedule}>
        {found => (
          <>
            <ScheduleFacts
              schedule={found}
              assessment={coverage.data?.assessment}
            />
            <ScheduleReasons
              schedule={found}
              assessment={coverage.data?.assessment}
              isLoading={coverage.isLoading}
            />
            <ScheduleCoverage
              schedule={found}
              query={coverage}
              choice={choice}
            />
          </>
        )}
      </QueryView>
    </TitledPage>
  );
}
