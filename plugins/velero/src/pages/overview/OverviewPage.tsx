import { PageBody } from '../../components/layout';
import { FreshnessBanners, QueryView } from '../../components/state';
import { useVeleroQuery } from '../../query';
import { Attention } from './Attention';
import { Clusters } from './Clusters';
import { Figures } from './Figures';

import { OverviewStorage } from './OverviewStorage';
import { UpcomingRuns } from './UpcomingRuns';

/** The first page: what needs a person on top, the fleet below. */
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
            <Attention overview={overview} />
            <Figures overview={overview} />
            <Clusters overview={overview} />
            <UpcomingRuns overview={overview} />
            <OverviewStorage overview={overview} />
          </>
        )}
      </QueryView>
    </PageBody>
  );
}
