import {
  Backup,
  isBackupUsable,
  PointGrade,
} from '@appgear/backstage-plugin-velero-common';
import { WorkspacesConfig } from '../../config';
import { Fleet, WorkShare } from '../../fleet';
import { WorkspaceDirectory } from '../../workspaces';
import { Estate, ReadContents, RestoreTarget } from '../assessment';
import { toContents } from '../contents';
import { RestoreCluster } from '../execution';
import { Belonging } from '../preview';
import { BackupFiles } from './BackupFiles';
import { belongingOf } from './belonging';
import { KubeRestoreCluster } from './KubeRestoreCluster';
import { LiveReader } from './LiveReader';

export interface FleetEstateOptions {
  fleet: Fleet;
  files: BackupFiles;
  directory: WorkspaceDirectory;
  workspaces: WorkspacesConfig;
  pageSize: number;
  gradeOf: Estate['gradeOf'];
}

/** The configured fleet, as restores see it. */
export class FleetEstate implements Estate {
  readonly #clusters: ReadonlyMap<string, RestoreCluster>;

  constructor(private readonly options: FleetEstateOptions) {
    const share = new WorkShare();
    this.#clusters = new Map(
      options.fleet.clusters.map(({ name }) => [
        name,
        this.#createCluster(name, share),
      ]),
    );
  }

  target(cluster: string): RestoreCluster | undefined {
    return this.#clusters.get(cluster);
  }

  isBucket(name: string): boolean {
    return this.options.fleet.source(name)?.kind === 'bucket';
  }

  async contents(
    { name }: RestoreTarget,
    backup: Backup,
    { fresh }: { fresh: boolean },
  ): Promise<ReadContents> {
    const { files, workspaces } = this.options;
    const [distilled, details] = await Promise.all([
      files.distilled(name, backup, { fresh }),
      files.details(name, backup),
    ]);
    return toContents(distilled, details, {
      takenInTarget: wasTakenHere(backup),
      belongingOf: (namespace, labels) =>
        belongingOf({ name: namespace, labels }, workspaces),
    });
  }

  /** In the target first; a namespace that was lost there may live on elsewhere. */
  belongingOf(cluster: string, namespace: string): Belonging {
    const { fleet, workspaces } = this.options;
    const order = [
      cluster,
      ...fleet.clusters.map(({ name }) => name).filter(it => it !== cluster),
    ];
    for (const name of order) {
      const found = fleet.tables.namespaces.get(name, namespace);
      if (found) return belongingOf(found, workspaces);
    }
    return belongingOf({ name: namespace, labels: {} }, workspaces);
  }

  async owners(
    workspaces: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { directory } = this.options;
    return new Map(
      workspaces.map(id => {
        const owner = directory.get(id)?.owner;
        return [id, owner === undefined ? [] : [owner]];
      }),
    );
  }

  gradeOf(backup: Backup, workspaces: readonly string[]): Promise<PointGrade> {
    return this.options.gradeOf(backup, workspaces);
  }

  #createCluster(name: string, share: WorkShare): RestoreCluster {
    const { fleet, files, workspaces, pageSize } = this.options;
    const { role, veleroNamespace } = fleet.cluster(name)!;
    const client = fleet.client(name)!;
    return new KubeRestoreCluster({
      name,
      role,
      veleroNamespace,
      client,
      live: new LiveReader({
        client,
        pageSize,
        share,
        belongingOf: ({ metadata }) =>
          belongingOf(
            { name: metadata.name, labels: metadata.labels ?? {} },
            workspaces,
          ),
      }),
      readFiles: (restore, backup) => files.ofRestore(name, restore, backup),
      readLog: (restore, backup, search) =>
        files.logOfRestore(name, restore, backup, search),
    });
  }
}

/**
 * Whether a backup's object was made where it is, rather than synced from the
 * bucket: those come to be after the backup's own end
 * (pkg/controller/backup_sync_controller.go).
 */
function wasTakenHere({ metadata, status }: Backup): boolean | undefined {
  const created = Date.parse(metadata.creationTimestamp ?? '');
  const completed = Date.parse(status?.completionTimestamp ?? '');
  if (!isBackupUsable(status?.phase)) return undefined;
  if (Number.isNaN(created) || Number.isNaN(completed)) return undefined;
  return created <= completed;
}
