import {
  Backup,
  CreateBackup,
  CreatedBackup,
  isBackupEnded,
  veleroBackupCreatePermission,
} from '@appgear/backstage-plugin-velero-common';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { ReadModel } from '../answers';
import { KubeClient, KubeError } from '../clusters';
import { BackupsConfig } from '../config/backups';
import { Rights } from '../restores/rights';
import { Asker } from './Asker';
import {
  ANNOTATION_ASKED,
  backupManifest,
  backupName,
  digestOf,
  LABEL_ON_DEMAND,
} from './manifest';
import { resolveScope, Scope } from './scope';
import { chooseLocation } from './storageLocation';
import { clientOf, explainWrite } from './writing';

/** Backups that are made because somebody asks. */
export class Backups {
  constructor(
    private readonly options: {
      config: BackupsConfig['onDemand'];
      model: ReadModel;
      rights: Rights;
    },
  ) {}

  /**
   * Creates one Backup, or finds the one that the same key created.
   *
   * @throws NotAllowedError (403), NotFoundError (404), ConflictError (409),
   *   UnprocessableError (422) or ServiceUnavailableError (503)
   */
  async create(asker: Asker, asked: CreateBackup): Promise<CreatedBackup> {
    const { config, model, rights } = this.options;
    const sight = await rights.require(
      asker.credentials,
      veleroBackupCreatePermission,
    );
    if (!config.enabled) {
      throw new NotAllowedError(
        'This portal makes no backups: velero.backups.onDemand.enabled is off',
      );
    }
    const scope = resolveScope(asked, sight, model);
    const { cluster } = asked;
    const { veleroNamespace } = model.fleet.cluster(cluster)!;
    const manifest = backupManifest({
      asker,
      asked,
      namespaces: scope.namespaces.map(({ name }) => name),
      storageLocation: chooseLocation(
        { cluster, asked: asked.storageLocation },
        model,
      ),
      veleroNamespace,
      config,
    });
    this.#requireFree(cluster, scope, backupName(asker, asked));
    return this.#write(manifest, asked, scope);
  }

  /** One at a time for each workspace: nobody fills a bucket by impatience. */
  #requireFree(cluster: string, { namespaces }: Scope, own: string): void {
    const names = new Set(namespaces.map(({ name }) => name));
    for (const backup of this.options.model.fleet.tables.backups.of(cluster)) {
      if (
        backup.labels[LABEL_ON_DEMAND] &&
        backup.name !== own &&
        !isBackupEnded(backup.phase) &&
        backup.spec.includedNamespaces?.some(name => names.has(name))
      ) {
        throw new ConflictError(
          `Backup ${backup.name} on cluster ${cluster} is being made of the same; wait for it`,
        );
      }
    }
  }

  async #write(
    manifest: Backup,
    asked: CreateBackup,
    { workspaces }: Scope,
  ): Promise<CreatedBackup> {
    const { cluster } = asked;
    const client = clientOf(this.options.model.fleet, cluster);
    try {
      const { backup, existed } = await createOrFind(client, manifest);
      if (backup.metadata.annotations?.[ANNOTATION_ASKED] !== digestOf(asked)) {
        throw new ConflictError(
          'The idempotencyKey was used for another backup; take a new one',
        );
      }
      const { name, creationTimestamp = '' } = backup.metadata;
      const { includedNamespaces, ttl = '' } = backup.spec ?? {};
      const storageLocation = backup.spec?.storageLocation;
      return {
        cluster,
        name,
        createdAt: creationTimestamp,
        namespaces: includedNamespaces ?? [],
        workspaces,
        ttl,
        ...(storageLocation && { storageLocation }),
        existed,
      };
    } catch (error) {
      if (error instanceof ConflictError) throw error;
      throw explainWrite(error, {
        what: 'the Backup',
        cluster,
        rbac: 'rbac-backup.yaml',
      });
    }
  }
}

async function createOrFind(
  client: KubeClient,
  manifest: Backup,
): Promise<{ backup: Backup; existed: boolean }> {
  const { namespace, name } = manifest.metadata;
  const path = `/apis/velero.io/v1/namespaces/${namespace}/backups`;
  try {
    const backup = await client.json<Backup>({
      method: 'POST',
      path,
      // A field that the server does not know is an error, not dropped.
      query: { fieldValidation: 'Strict' },
      body: manifest,
    });
    return { backup, existed: false };
  } catch (error) {
    if (!(error instanceof KubeError) || error.status !== 409) throw error;
    return {
      backup: await client.json<Backup>({ path: `${path}/${name}` }),
      existed: true,
    };
  }
}
