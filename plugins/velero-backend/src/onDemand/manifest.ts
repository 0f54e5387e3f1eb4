import {
  Backup,
  CreateBackup,
  formatGoDuration,
  parseGoDuration,
} from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import { BackupsConfig } from '../config/backups';
import { Asker } from './Asker';

/** On a Backup: the portal made it because somebody asked. */
export const LABEL_ON_DEMAND = 'velero.appgear.io/on-demand';
/** On a Backup: who asked for it. */
export const ANNOTATION_REQUESTER = 'velero.appgear.io/requester';
/** On a Backup: digest of what was asked for. */
export const ANNOTATION_ASKED = 'velero.appgear.io/asked';

/** One key of one asker, one name: a second call finds the first one's backup. */
export function backupName({ ref }: Asker, asked: CreateBackup): string {
  const { cluster, idempotencyKey = randomUUID() } = asked;
  return `on-demand-${digest([ref, cluster, idempotencyKey]).slice(0, 20)}`;
}

/** What tells two requests of one key from one that is repeated. */
export function digestOf(asked: CreateBackup): string {
  const { workspace, namespaces, ttl, storageLocation } = asked;
  return digest([workspace, namespaces, ttl, storageLocation]).slice(0, 32);
}

export interface ManifestOptions {
  asker: Asker;
  asked: CreateBackup;
  namespaces: string[];
  /** Absent: the cluster's default one. */
  storageLocation: string | undefined;
  veleroNamespace: string;
  config: BackupsConfig['onDemand'];
}

/** @throws InputError (400) when it would be kept longer than the portal allows */
export function backupManifest(options: ManifestOptions): Backup {
  const { asker, asked, namespaces, storageLocation, config } = options;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: {
      name: backupName(asker, asked),
      namespace: options.veleroNamespace,
      labels: { [LABEL_ON_DEMAND]: 'true' },
      annotations: {
        [ANNOTATION_REQUESTER]: asker.ref,
        [ANNOTATION_ASKED]: digestOf(asked),
      },
    },
    spec: {
      includedNamespaces: namespaces,
      ...(storageLocation && { storageLocation }),
      ttl: ttlOf(asked.ttl, config.maxTtl),
      snapshotMoveData: config.snapshotMoveData,
    },
  };
}

function ttlOf(asked: string | undefined, most: number): string {
  const ttl = asked === undefined ? most : parseGoDuration(asked);
  if (ttl > most) {
    throw new InputError(
      `ttl: at most ${formatGoDuration(
        most,
      )}, which is velero.backups.onDemand.maxTtl of this portal`,
    );
  }
  return formatGoDuration(ttl);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
