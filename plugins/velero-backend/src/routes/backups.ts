import {
  backupsQuerySchema,
  veleroBackupReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import {
  describeBackup,
  ReadModel,
  summarizeBackup,
  touchesSight,
} from '../answers';
import { BackupRecord, SortKey, StandingQueries } from '../fleet';
import { Reader, requireSight, Sight } from '../permissions';
import { ScopeGroup } from '../workspaces';
import { RouteContext } from './RouteContext';
import { searcher } from './searcher';
import { sliceSorted } from './slice';
import { toPage } from './toPage';

type Query = z.output<typeof backupsQuerySchema>;

const SORTS: Record<Query['sort'], SortKey<BackupRecord>> = {
  name: ({ name }) => name,
  createdAt: ({ createdAt }) => createdAt,
  completedAt: ({ completedAt }) => completedAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  phase: ({ phase }) => phase,
};
const NEWEST_FIRST: Array<Query['sort']> = ['createdAt', 'completedAt'];

/** `GET /backups`: a `Page<BackupSummary>`; `GET /backups/:cluster/:name`: a `BackupDetail`. */
export function addBackups({ router, answerer, model }: RouteContext): void {
  const { backups } = model.fleet.tables;
  // Sorting 100,000 for the first to ask would take too long.
  Object.values(SORTS).forEach(key => backups.sortedBy(key));
  const queries = new StandingQueries(backups);
  const allow = (reader: Reader) =>
    requireSight(reader.backups, veleroBackupReadPermission);

  router.get(
    '/backups',
    answerer.handle({
      query: backupsQuerySchema,
      allow,
      answer: ({ query, reader }) => {
        const key = SORTS[query.sort];
        const order =
          query.order ?? (NEWEST_FIRST.includes(query.sort) ? 'desc' : 'asc');
        const rows = queries.rows({
          key: keyOf(query, reader, model),
          sort: key,
          fits: filterOf(query, reader.backups, model),
        });
        return toPage(
          sliceSorted(rows, key, { ...query, order }),
          backup => summarizeBackup(backup, model, reader.backups),
          query,
          { model, reader },
        );
      },
    }),
  );

  router.get(
    '/backups/:cluster/:name',
    answerer.handle({
      query: z.strictObject({}),
      allow,
      answer: ({ params: { cluster, name }, reader }) => {
        const backup = backups.get(cluster, name);
        const visible =
          backup &&
          touchesSight(model.scopes.workspacesOf(backup), reader.backups);
        if (!visible) {
          throw new NotFoundError(
            `There is no backup ${name} on cluster ${cluster} that you may see`,
          );
        }
        return describeBackup(backup, model, reader.backups);
      },
    }),
  );
}

/** What the answer depends on, but for the backups themselves. */
function keyOf(query: Query, reader: Reader, { scopes, directory }: ReadModel) {
  const { offset, limit, order, ...filters } = query;
  const versions = fitsAnyScope(query, reader.backups)
    ? []
    : [scopes.version, directory.version];
  return JSON.stringify([reader.key, versions, filters]);
}

/** Namespaces that come and go change nothing then. */
function fitsAnyScope({ workspace }: Query, sight: Sight): boolean {
  return sight.all && !workspace;
}

function filterOf(
  query: Query,
  sight: Sight,
  { scopes }: ReadModel,
): (backup: BackupRecord) => boolean {
  const { cluster, schedule, storageLocation, phase, workspace } = query;
  const search = searcher(query.search);
  const scopeFits = remember(
    (group: ScopeGroup) =>
      (!workspace ||
        (group.workspaces.has(workspace) && sight.sees(workspace))) &&
      touchesSight(group.workspaces, sight),
  );
  const anyScope = fitsAnyScope(query, sight);
  return backup =>
    (!cluster || backup.cluster === cluster) &&
    (!schedule || backup.schedule === schedule) &&
    (!storageLocation || backup.storageLocation === storageLocation) &&
    (phase === undefined || phaseOf(backup) === (phase || 'New')) &&
    (anyScope || scopeFits(scopes.groupOf(backup)!)) &&
    search(backup.name, backup.schedule);
}

/** Pages say New of what Velero has not looked at, which writes no phase until then. */
function phaseOf({ phase }: BackupRecord): string {
  return phase || 'New';
}

/** There are few groups, and each is asked for by each of its backups. */
function remember(
  fits: (group: ScopeGroup) => boolean,
): (group: ScopeGroup) => boolean {
  const known = new Map<ScopeGroup, boolean>();
  return group => {
    let answer = known.get(group);
    if (answer === undefined) {
      answer = fits(group);
      known.set(group, answer);
    }
    return answer;
  };
}
