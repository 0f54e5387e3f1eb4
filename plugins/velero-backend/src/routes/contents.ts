import {
  BackupContents,
  backupContentsQuerySchema,
  NamespaceObjects,
  namespaceObjectsQuerySchema,
  veleroBackupReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { ReadModel, touchesSight } from '../answers';
import { readContents, readObjects } from '../evidence/contents';
import { BackupRecord } from '../fleet';
import { Reader, requireSight, Sight } from '../permissions';
import type { Proof } from '../proof';
import { outcomeOf } from '../protection/grading';
import { BackupSight } from './BackupSight';
import { RouteContext } from './RouteContext';
import { searcher } from './searcher';

/** Stands for what is in no namespace: a path has no empty part. */
const NO_NAMESPACE = '-';

/**
 * `GET /backups/:cluster/:name/contents`: `BackupContents`;
 * `GET /backups/:cluster/:name/contents/:namespace`: `NamespaceObjects`.
 * Names only; what objects hold is never read.
 */
export function addContents(
  { router, answerer, model }: RouteContext,
  { evidence, policy: { durableSnapshots } }: Proof,
): void {
  const allow = (reader: Reader) =>
    requireSight(reader.backups, veleroBackupReadPermission);
  const variant = () => String(evidence.ledger.version);

  router.get(
    '/backups/:cluster/:name/contents',
    answerer.handle({
      query: backupContentsQuerySchema,
      allow,
      variant,
      answer: async ({ params, query, reader }): Promise<BackupContents> => {
        const backup = findBackup(params, model, reader.backups);
        const sight = new BackupSight(backup, model, reader.backups);
        const state = evidence.stateOf(backup);
        const search = searcher(query.search);
        const { workspace } = query;
        const contents = await readContents(
          evidence.store,
          state?.id ?? '',
          sight,
          volume =>
            outcomeOf(volume, {
              flawless: isFlawless(backup),
              durableSnapshots,
            }),
          {
            ...query,
            fits: namespace =>
              search(namespace) &&
              (!workspace || sight.workspacesOf(namespace).includes(workspace)),
          },
        );
        return {
          evidence: evidence.statusOf(backup),
          volumesRecorded: state?.volumesRecorded ?? false,
          ...contents,
        };
      },
    }),
  );

  router.get(
    '/backups/:cluster/:name/contents/:namespace',
    answerer.handle({
      query: namespaceObjectsQuerySchema,
      allow,
      variant,
      answer: async ({ params, query, reader }): Promise<NamespaceObjects> => {
        const backup = findBackup(params, model, reader.backups);
        const sight = new BackupSight(backup, model, reader.backups);
        const namespace =
          params.namespace === NO_NAMESPACE ? '' : params.namespace;
        const id = evidence.stateOf(backup)?.id;
        const search = searcher(query.search);
        const objects =
          id !== undefined && sight.sees(namespace)
            ? await readObjects(evidence.store, id, namespace, {
                ...query,
                fits: (kind, name) =>
                  (!query.kind || kind === query.kind) && search(name),
              })
            : undefined;
        if (!objects) {
          throw new NotFoundError(
            `Backup ${backup.name} holds nothing of namespace ${params.namespace} that you may see, or was not read yet`,
          );
        }
        return objects;
      },
    }),
  );
}

function isFlawless({ phase, errors }: BackupRecord): boolean {
  return phase === 'Completed' && errors === 0;
}

/** @throws NotFoundError, also for backups that the reader may not see */
export function findBackup(
  { cluster, name }: Record<string, string>,
  { fleet, scopes }: ReadModel,
  sight: Sight,
): BackupRecord {
  const backup = fleet.tables.backups.get(cluster, name);
  if (!backup || !touchesSight(scopes.workspacesOf(backup), sight)) {
    throw new NotFoundError(
      `There is no backup ${name} on cluster ${cluster} that you may see`,
    );
  }
  return backup;
}
