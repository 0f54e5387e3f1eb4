import {
  BackupSpec,
  namespacesInScope,
  NEWEST_VELERO,
  parseVeleroVersion,
} from '@appgear/backstage-plugin-velero-common';
import { Fleet, NamespaceRecord } from '../../fleet';
import { WorkspaceDirectory } from '../WorkspaceDirectory';
import { Storages } from './Storages';

/** The part of a backup's spec that its scope follows from. */
export type ScopeSpec = Pick<
  BackupSpec,
  'includedNamespaces' | 'excludedNamespaces'
>;

/** Which of the fleet's namespaces, and so workspaces, specs take in. */
export class ScopeReader {
  readonly storages: Storages;
  readonly #fleet: Fleet;
  readonly #directory: WorkspaceDirectory;

  constructor(fleet: Fleet, directory: WorkspaceDirectory) {
    this.#fleet = fleet;
    this.#directory = directory;
    this.storages = new Storages(fleet.tables.backupstoragelocations);
  }

  /** Rises when any answer may have changed. */
  get version(): number {
    return this.frameVersion + this.#fleet.tables.namespaces.version;
  }

  /** Rises when answers for all clusters may have changed. */
  get frameVersion(): number {
    return this.#fleet.veleroVersions + this.storages.version;
  }

  /** Rises when answers for these clusters may have changed; within one `frameVersion`. */
  namespacesVersion(clusters: readonly string[]): number {
    const { namespaces } = this.#fleet.tables;
    return clusters.reduce(
      (sum, cluster) => sum + namespaces.versionOf(cluster),
      0,
    );
  }

  namespaces(spec: ScopeSpec, clusters: readonly string[]): NamespaceRecord[] {
    return clusters.flatMap(cluster => {
      const live = [...this.#fleet.tables.namespaces.of(cluster)];
      const names = new Set(
        namespacesInScope(spec, live, this.#veleroVersion(cluster)),
      );
      return live.filter(({ name }) => names.has(name));
    });
  }

  workspaces(spec: ScopeSpec, clusters: readonly string[]): Set<string> {
    const ids = this.namespaces(spec, clusters).map(namespace =>
      this.#directory.idOf(namespace),
    );
    return new Set(ids.filter((id): id is string => id !== undefined));
  }

  #veleroVersion(cluster: string) {
    const { identity } = this.#fleet.cluster(cluster)?.view() ?? {};
    return parseVeleroVersion(identity?.veleroVersion ?? '') ?? NEWEST_VELERO;
  }
}
