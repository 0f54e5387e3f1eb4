import { groupResource } from '@appgear/backstage-plugin-velero-common';
import { LiveType } from './LiveNamespace';

/**
 * Kinds that no verdict looks at: made by the cluster itself, gone in minutes,
 * and on busy clusters more than all others together.
 */
const PASSING = new Set([
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
  'endpoints',
  'endpointslices.discovery.k8s.io',
]);

/** Served by aggregated servers that compute them. */
const COMPUTED = /(^|\.)metrics\.k8s\.io$/;

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

/** Whether a backup's worth depends on objects of this kind. */
export function isWorthReading(type: LiveType): boolean {
  const name = groupResource(type);
  return type.namespaced
    ? !PASSING.has(name) &&
        !COMPUTED.test(type.group) &&
        type.group !== 'velero.io'
    : TAKEN_ALONG.has(name);
}

export function isReadWhole(type: LiveType): boolean {
  return READ_WHOLE.has(groupResource(type));
}
