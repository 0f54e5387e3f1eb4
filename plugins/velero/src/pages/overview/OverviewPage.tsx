import { PageBody } from '../../components/layout';
import { FreshnessBanners, QueryView } from '../../components/state';
import { useVeleroQuery } from '../../query';
import { Attention } from './Attention';
import { Clusters } from './Clusters';
import { Figures } from './Figures';
import { OverviewStorage } from './OverviewStorage';
import { TopologyA } from './topologyA/TopologyA';
import { Unsafe } from './Unsafe';
import { UpcomingRuns } from './UpcomingRuns';

/** The first page: who is not safe, what needs a person, the fleet below. */
export function OverviewPage() {
  const query = useVeleroQuery('overview', (api, signal) =>
    api.getOverview({ signal }),
  );
  return (
    <PageBody>
      <QueryView query={query} lines={12}>
        {overview => (
          <>
            <FreshnessBanners
              freshness={overview.freshness.filter(
                ({ state }) => state === 'connecting',
              )}
            />
            <Unsafe overview={overview} />
            <Attention overview={overview} />
            <Figures overview={overview} />
            <Clusters overview={overview} />
            <UpcomingRuns overview={overview} />
            <OverviewStorage overview={overview} />
            <TopologyA />
          </>
        )}
      </QueryView>
    </PageBody>
  );
}
