import { TitledPage } from '../../components/layout';
import { FreshnessBanners, QueryView } from '../../components/state';
import { useVeleroQuery } from '../../query';
import { findLocation } from './findLocation';
import { LocationFacts } from './LocationFacts';
import { LocationFindings } from './LocationFindings';
import { LocationUsers } from './LocationUsers';

/** One storage location: whether it can be used, and who uses it. */
export function StorageLocationPage(props: { cluster: string; name: string }) {
  const { cluster, name } = props;
  const query = useVeleroQuery(`location ${cluster}/${name}`, (api, signal) =>
    findLocation(api, { cluster, name }, signal),
  );
  return (
    <TitledPage title={name}>
      <QueryView query={query}>
        {({ location, users, freshness }) => (
          <>
            <FreshnessBanners freshness={freshness} />
            <LocationFindings location={location} users={users} />
            <LocationFacts location={location} />
            <LocationUsers location={location} users={users} />
          </>
        )}
      </QueryView>
    </TitledPage>
  );
}
