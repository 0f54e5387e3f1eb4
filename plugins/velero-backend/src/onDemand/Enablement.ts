import {
  BackupEnablement,
  EnableBackup,
  veleroBackupEnablePermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotAllowedError } from '@backstage/errors';
import { ReadModel } from '../answers';
import { VeleroConfig } from '../config';
import { NamespaceRecord } from '../fleet';
import { Rights } from '../restores/rights';
import { Asker } from './Asker';
import { namespacesOf } from './scope';
import { clientOf, explainWrite } from './writing';

/** The labels by which living namespaces ask for backups. */
export class Enablement {
  constructor(
    private readonly options: {
      config: VeleroConfig;
      model: ReadModel;
      rights: Rights;
    },
  ) {}

  /**
   * Labels the living namespaces of a workspace. What was done before a
   * failure stays done, and the same call goes on from there.
   *
   * @throws NotAllowedError (403), NotFoundError (404),
   *   UnprocessableError (422) or ServiceUnavailableError (503)
   */
  async enable(
    asker: Asker,
    workspace: string,
    { cluster, tier }: EnableBackup,
  ): Promise<BackupEnablement> {
    const { config, model, rights } = this.options;
    const sight = await rights.require(
      asker.credentials,
      veleroBackupEnablePermission,
    );
    if (!config.backups.enablement.enabled) {
      throw new NotAllowedError(
        'This portal labels no living namespaces: velero.backups.enablement.enabled is off. Set the label in the repository that the namespace comes from',
      );
    }
    const living = namespacesOf(
      workspace,
      cluster,
      sight,
      model.directory,
    ).filter(({ terminating }) => !terminating);
    const labels = {
      [config.workspaces.labels.backupEnabled]: 'true',
      ...(tier && { [config.protection.rpo.tierLabel]: tier }),
    };
    const namespaces = [];
    for (const namespace of living) {
      const changed = Object.entries(labels).some(
        ([key, value]) => namespace.labels[key] !== value,
      );
      if (changed) await this.#label(namespace, labels);
      namespaces.push({
        cluster: namespace.cluster,
        name: namespace.name,
        changed,
      });
    }
    return { workspace, namespaces };
  }

  async #label(
    { cluster, name, uid }: NamespaceRecord,
    labels: Record<string, string>,
  ): Promise<void> {
    try {
      await clientOf(this.options.model.fleet, cluster).json({
        method: 'PATCH',
        path: `/api/v1/namespaces/${encodeURIComponent(name)}`,
        contentType: 'application/merge-patch+json',
        // With its uid: a namesake that took its place is another's.
        body: { metadata: { uid, labels } },
      });
    } catch (error) {
      throw explainWrite(error, {
        what: `the label on namespace ${name}`,
        cluster,
        rbac: 'rbac-enablement.yaml',
      });
    }
  }
}
