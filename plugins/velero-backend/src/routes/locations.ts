import {
  locationsQuerySchema,
  veleroStorageReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import {
  ReadModel,
  summarizeSnapshotLocation,
  summarizeStorageLocation,
} from '../answers';
import { SnapshotLocationRecord, StorageLocationRecord } from '../fleet';
import { Reader, requirePermission } from '../permissions';
import { RouteContext } from './RouteContext';
import { searcher } from './searcher';
import { slice } from './slice';
import { toPage } from './toPage';

type Query = z.output<typeof locationsQuerySchema>;
type Location = StorageLocationRecord | SnapshotLocationRecord;

/** `GET /storage-locations` and `GET /snapshot-locations`: pages of their summaries. */
export function addLocations({ router, answerer, model }: RouteContext): void {
  const { backupstoragelocations, volumesnapshotlocations } =
    model.fleet.tables;
  const route = {
    query: locationsQuerySchema,
    allow: ({ storage }: Reader) =>
      requirePermission(storage, veleroStorageReadPermission),
  };

  router.get(
    '/storage-locations',
    answerer.handle({
      ...route,
      answer: ({ query, reader }) =>
        page(
          backupstoragelocations,
          ({ phase }) => phase,
          location => summarizeStorageLocation(location, model),
          { query, model, reader },
        ),
    }),
  );

  router.get(
    '/snapshot-locations',
    answerer.handle({
      ...route,
      answer: ({ query, reader }) =>
        page(
          volumesnapshotlocations,
          // Nothing ever sets the phase of these.
          () => undefined,
          summarizeSnapshotLocation,
          { query, model, reader },
        ),
    }),
  );
}

function page<R extends Location, T>(
  locations: Iterable<R>,
  phase: (location: R) => string | undefined,
  toItem: (location: R) => T,
  { query, ...context }: { query: Query; model: ReadModel; reader: Reader },
) {
  const search = searcher(query.search);
  const sorts = {
    name: ({ name }: R) => name,
    cluster: ({ cluster }: R) => cluster,
    phase,
  };
  const fitting = [...locations].filter(
    location =>
      (!query.cluster || location.cluster === query.cluster) &&
      search(
        location.name,
        location.provider,
        'bucket' in location ? location.bucket : undefined,
      ),
  );
  const rows = slice(fitting, [sorts[query.sort], sorts.name, sorts.cluster], {
    ...query,
    order: query.order ?? 'asc',
  });
  return toPage(rows, toItem, query, context);
}
