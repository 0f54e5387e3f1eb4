import { groupResource, InventoryObject } from '../selection';

/**
 * Why an object needs no backup: something makes it again, or it means
 * nothing later or elsewhere.
 *
 * @public
 */
export type NoBackupReason =
  /** Its controller, which counts itself, makes it again. */
  | 'controlled'
  /** Kubernetes makes one in every namespace. */
  | 'madeByKubernetes'
  /** An add-on makes it again from other objects or the nodes. */
  | 'madeByAddOn'
  /** Of the moment, gone by itself. */
  | 'passing'
  /** Velero makes it again, from the bucket or when needed, or never restores it. */
  | 'madeByVelero';

/** One row of the table. @public */
export interface NoBackupRule {
  /** As Velero writes it: `pods`, `leases.coordination.k8s.io`. */
  resource: string;
  /** Only these; all without it. */
  names?: readonly string[];
  /** Only those that have a controller, by owner reference. */
  controlled?: true;
  why: NoBackupReason;
  /** Where that is written. */
  source: string;
}

const OWNERS =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/';
const NOT_RESTORED =
  'Velero, pkg/controller/restore_controller.go, nonRestorableResources';
const OF_VELERO = 'Velero, pkg/apis/velero (objects of one run)';

/** What does not count against a recovery point when it is missing there. @public */
export const NO_BACKUP_NEEDED: readonly NoBackupRule[] = [
  { resource: 'pods', controlled: true, why: 'controlled', source: OWNERS },
  {
    resource: 'replicasets.apps',
    controlled: true,
    why: 'controlled',
    source: OWNERS,
  },
  {
    resource: 'controllerrevisions.apps',
    controlled: true,
    why: 'controlled',
    source:
      'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/controller-revision-v1/',
  },
  {
    resource: 'jobs.batch',
    controlled: true,
    why: 'controlled',
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  },
  {
    resource: 'endpoints',
    why: 'madeByKubernetes',
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#endpoints',
  },
  {
    resource: 'endpointslices.discovery.k8s.io',
    why: 'madeByKubernetes',
    source:
      'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
  },
  {
    resource: 'serviceaccounts',
    names: ['default'],
    why: 'madeByKubernetes',
    source:
      'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-controller',
  },
  {
    resource: 'configmaps',
    names: ['kube-root-ca.crt'],
    why: 'madeByKubernetes',
    source:
      'kubernetes, pkg/controller/certificates/rootcacertpublisher/publisher.go',
  },
  {
    resource: 'configmaps',
    names: ['istio-ca-root-cert'],
    why: 'madeByAddOn',
    source: 'istio, pilot/pkg/bootstrap/namespacecontroller.go',
  },
  {
    resource: 'configmaps',
    names: ['openshift-service-ca.crt'],
    why: 'madeByAddOn',
    source:
      'https://docs.openshift.com/container-platform/latest/security/certificates/service-serving-certificate.html',
  },
  {
    resource: 'ciliumendpoints.cilium.io',
    why: 'madeByAddOn',
    source:
      'https://docs.cilium.io/en/stable/network/kubernetes/ciliumendpoint/',
  },
  {
    resource: 'policyreports.wgpolicyk8s.io',
    why: 'madeByAddOn',
    source: 'https://kyverno.io/docs/policy-reports/',
  },
  { resource: 'events', why: 'passing', source: NOT_RESTORED },
  { resource: 'events.events.k8s.io', why: 'passing', source: NOT_RESTORED },
  {
    resource: 'leases.coordination.k8s.io',
    why: 'passing',
    source: 'https://kubernetes.io/docs/concepts/architecture/leases/',
  },
  {
    resource: 'pods.metrics.k8s.io',
    why: 'passing',
    source:
      'https://kubernetes.io/docs/tasks/debug/debug-cluster/resource-metrics-pipeline/',
  },
  {
    resource: 'volumesnapshots.snapshot.storage.k8s.io',
    why: 'madeByVelero',
    source:
      'Velero, pkg/controller/backup_controller.go, autoExcludeNamespaceScopedResources',
  },
  { resource: 'backups.velero.io', why: 'madeByVelero', source: NOT_RESTORED },
  { resource: 'restores.velero.io', why: 'madeByVelero', source: NOT_RESTORED },
  {
    resource: 'backuprepositories.velero.io',
    why: 'madeByVelero',
    source: NOT_RESTORED,
  },
  {
    resource: 'deletebackuprequests.velero.io',
    why: 'madeByVelero',
    source: OF_VELERO,
  },
  {
    resource: 'downloadrequests.velero.io',
    why: 'madeByVelero',
    source: OF_VELERO,
  },
  {
    resource: 'serverstatusrequests.velero.io',
    why: 'madeByVelero',
    source: OF_VELERO,
  },
  {
    resource: 'podvolumebackups.velero.io',
    why: 'madeByVelero',
    source: OF_VELERO,
  },
  {
    resource: 'podvolumerestores.velero.io',
    why: 'madeByVelero',
    source: OF_VELERO,
  },
  { resource: 'datauploads.velero.io', why: 'madeByVelero', source: OF_VELERO },
  {
    resource: 'datadownloads.velero.io',
    why: 'madeByVelero',
    source: OF_VELERO,
  },
];

const BY_RESOURCE = new Map<string, NoBackupRule[]>();
for (const rule of NO_BACKUP_NEEDED) {
  const rules = BY_RESOURCE.get(rule.resource) ?? [];
  BY_RESOURCE.set(rule.resource, [...rules, rule]);
}

/** The rule by which an object needs no backup; undefined when it counts. @public */
export function noBackupNeeded(
  object: InventoryObject,
): NoBackupRule | undefined {
  return BY_RESOURCE.get(groupResource(object))?.find(
    ({ names, controlled }) =>
      (!names || names.includes(object.name)) &&
      (!controlled ||
        object.ownerReferences?.some(owner => owner.controller === true)),
  );
}
