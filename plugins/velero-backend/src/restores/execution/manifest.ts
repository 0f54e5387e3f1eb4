import { Restore } from '@appgear/backstage-plugin-velero-common';
import { differencesFromApproved } from '../freeze';
import { StoredRequest } from '../store';

/** On a Restore: id of the request that it executes. */
export const ANNOTATION_REQUEST = 'velero.appgear.io/restore-request';
/** On a Restore: the digest that was approved. */
export const ANNOTATION_DIGEST = 'velero.appgear.io/approved-digest';
/** On a Restore: who asked for it. */
export const ANNOTATION_REQUESTER = 'velero.appgear.io/requester';

/** One request, one name, whoever creates it and how often. */
export function restoreName(requestId: string): string {
  return `gate-${requestId}`;
}

/** The Restore that a request stands for. */
export function restoreManifest({ gate, content }: StoredRequest): Restore {
  const { cluster, spec } = content.frozen;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: {
      name: restoreName(gate.id),
      namespace: cluster.veleroNamespace,
      annotations: {
        [ANNOTATION_REQUEST]: gate.id,
        [ANNOTATION_DIGEST]: gate.digest,
        [ANNOTATION_REQUESTER]: gate.requester,
      },
    },
    spec,
  };
}

/** Whether a Restore was created for this request, as it was approved. */
export function isOurs({ gate }: StoredRequest, restore: Restore): boolean {
  const annotations = restore.metadata.annotations ?? {};
  return (
    annotations[ANNOTATION_REQUEST] === gate.id &&
    annotations[ANNOTATION_DIGEST] === gate.digest
  );
}

/** Fields in which a Restore is not what was approved. */
export function deviations(
  { content }: StoredRequest,
  restore: Restore,
  scheduleOfBackup: string | undefined,
): string[] {
  return differencesFromApproved(
    content.frozen.spec,
    restore.spec ?? {},
    scheduleOfBackup,
  ).map(({ field }) => field);
}
