import {
  groupResource,
  NO_BACKUP_NEEDED,
} from '@appgear/backstage-plugin-velero-common';
import { LiveType } from './LiveNamespace';

/** Kinds of which no object needs a backup; on busy clusters they are more than all others together. */
const NOT_COUNTED = new Set(
  NO_BACKUP_NEEDED.filter(({ names, controlled }) => !names && !controlled).map(
    ({ resource }) => resource,
  ),
);

/** Served by aggregated servers that compute them. */
const COMPUTED = /(^|\.)metrics\.k8s\.io$/;

/** Whether a group holds measurements only: nothing is lost while its server is down. */
export function isComputed(group: string): boolean {
  return COMPUTED.test(group);
}

/** Cluster-scoped kinds that Velero takes along with a workspace's objects. */
const TAKEN_ALONG = new Set([
  'persistentvolumes',
  'clusterrolebindings.rbac.authorization.k8s.io',
  'clusterroles.rbac.authorization.k8s.io',
  'priorityclasses.scheduling.k8s.io',
  'customresourcedefinitions.apiextensions.k8s.io',
]);

/** Kinds whose objects point at others in their specs; of the rest, metadata is enough. */
const READ_WHOLE = new Set([
  'pods',
  'persistentvolumeclaims',
  'persistentvolumes',
  'clusterrolebindings.rbac.authorization.k8s.io',
]);

/** Whether a kind is read only for what it says of others: no verdict asks for its objects. */
export function isTakenAlong(resource: string): boolean {
  return TAKEN_ALONG.has(resource);
}

/** Whether a backup's worth depends on objects of this kind. */
export function isWorthReading(type: LiveType): boolean {
  const name = groupResource(type);
  return type.namespaced
    ? !NOT_COUNTED.has(name) &&
        !isComputed(type.group) &&
        // The fleet has those of Velero's own namespace.
        type.group !== 'velero.io'
    : TAKEN_ALONG.has(name);
}

export function isReadWhole(type: LiveType): boolean {
  return READ_WHOLE.has(groupResource(type));
}
