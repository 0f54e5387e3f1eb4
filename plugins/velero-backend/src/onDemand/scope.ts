import { ConflictError, NotFoundError } from '@backstage/errors';
import { ReadModel } from '../answers';
import { NamespaceRecord } from '../fleet';
import { Sight } from '../permissions';

/** What somebody asks for, by workspace or by namespaces. */
interface Asked {
  cluster: string;
  workspace?: string;
  namespaces?: string[];
}

/** Living namespaces of one cluster, and whose they are. */
export interface Scope {
  namespaces: NamespaceRecord[];
  workspaces: string[];
}

/**
 * Finds the namespaces that somebody speaks of, as far as his right reaches:
 * what belongs to no workspace only an unconditional right covers.
 *
 * @throws NotFoundError (404), also for what he has no right on
 * @throws ConflictError (409) when a namespace is being deleted
 */
export function resolveScope(
  { cluster, workspace, namespaces }: Asked,
  sight: Sight,
  { directory, fleet }: Pick<ReadModel, 'directory' | 'fleet'>,
): Scope {
  const found =
    workspace !== undefined
      ? namespacesOf(workspace, cluster, sight, directory)
      : namespaces!.map(name => {
          const namespace = fleet.tables.namespaces.get(cluster, name);
          const owner = namespace && directory.idOf(namespace);
          if (!namespace || !(owner ? sight.sees(owner) : sight.all)) {
            throw new NotFoundError(
              `There is no namespace ${name} on cluster ${cluster} that you have a right on`,
            );
          }
          return namespace;
        });
  const going = found.find(({ terminating }) => terminating);
  if (going) {
    throw new ConflictError(
      `Namespace ${going.name} on cluster ${going.cluster} is being deleted`,
    );
  }
  const workspaces = found.flatMap(each => directory.idOf(each) ?? []);
  return { namespaces: found, workspaces: [...new Set(workspaces)] };
}

/** Of a workspace, on one cluster or on all. @throws NotFoundError (404) */
export function namespacesOf(
  workspace: string,
  cluster: string | undefined,
  sight: Sight,
  directory: ReadModel['directory'],
): NamespaceRecord[] {
  const all =
    (sight.sees(workspace) && directory.get(workspace)?.namespaces) || [];
  const found = all.filter(
    ({ cluster: its, isLost }) => !isLost && (!cluster || its === cluster),
  );
  if (found.length === 0) {
    throw new NotFoundError(
      `There is no workspace ${workspace} ${
        cluster ? `on cluster ${cluster} ` : ''
      }that you have a right on`,
    );
  }
  return found;
}
