import { BackupSpec, parseVeleroVersion, ResourceType } from '../../velero';
import { InventoryObject, ObjectRef } from '../inventory';
import { selectForBackup } from '../select';
import { Selection } from '../selection';

const types = {
  namespace: type('', 'Namespace', 'namespaces', false),
  pod: type('', 'Pod', 'pods'),
  claim: type('', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  volume: type('', 'PersistentVolume', 'persistentvolumes', false),
  secret: type('', 'Secret', 'secrets'),
  event: type('', 'Event', 'events'),
  eventV1: type('events.k8s.io', 'Event', 'events'),
  account: type('', 'ServiceAccount', 'serviceaccounts'),
  deployment: type('apps', 'Deployment', 'deployments'),
  role: rbac('ClusterRole', 'clusterroles'),
  binding: rbac('ClusterRoleBinding', 'clusterrolebindings'),
  priorityClass: type(
    'scheduling.k8s.io',
    'PriorityClass',
    'priorityclasses',
    false,
  ),
  definition: type(
    'apiextensions.k8s.io',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    false,
  ),
  widget: type('example.io', 'Widget', 'widgets'),
  snapshot: type(
    'snapshot.storage.k8s.io',
    'VolumeSnapshot',
    'volumesnapshots',
  ),
};

function type(
  group: string,
  kind: string,
  plural: string,
  namespaced = true,
): ResourceType {
  return { group, version: 'v1', kind, plural, namespaced };
}

function rbac(kind: string, plural: string): ResourceType {
  return type('rbac.authorization.k8s.io', kind, plural, false);
}

export function object(
  kind: keyof typeof types,
  where: string,
  extra: Partial<InventoryObject> = {},
): InventoryObject {
  const [name, namespace] = where.split('/').reverse();
  return { ...types[kind], name, ...(namespace && { namespace }), ...extra };
}

export const enabled = { labels: { 'appgear.io/backup-enabled': 'true' } };

/** A workspace as module 13 makes it: only the namespace and one pod carry the label. */
export const cluster = [
  object('namespace', 'ws-shop', enabled),
  object('namespace', 'ws-blog'),
  object('namespace', 'kube-system'),
  object('deployment', 'ws-shop/web'),
  object('secret', 'ws-shop/token'),
  object('pod', 'ws-shop/db-0', {
    ...enabled,
    links: { claims: ['data'], priorityClass: 'high', running: true },
  }),
  object('pod', 'ws-shop/reader', {
    links: { claims: ['data'], running: true },
  }),
  object('claim', 'ws-shop/data', { links: { volume: 'pv-1' } }),
  object('volume', 'pv-1'),
  object('priorityClass', 'high'),
  object('account', 'ws-shop/robot', enabled),
  object('binding', 'robots', {
    links: {
      clusterRole: 'robot-role',
      serviceAccounts: [{ namespace: 'ws-shop', name: 'robot' }],
    },
  }),
  object('role', 'robot-role'),
  object('role', 'other-role'),
  object('deployment', 'ws-blog/web'),
  object('deployment', 'kube-system/dns'),
];

export function select(spec: BackupSpec, version: string, objects = cluster) {
  const veleroVersion = parseVeleroVersion(version)!;
  const selection = selectForBackup(spec, { objects }, { veleroVersion });
  return {
    ...selection,
    names: selection.captured.map(it => path(it.object)).sort(),
  };
}

function path({ plural, namespace, name }: ObjectRef): string {
  return [plural, namespace, name].filter(Boolean).join('/');
}

export function why(selection: Selection, name: string) {
  return selection.missed.find(it => path(it.object) === name)?.why;
}

export const VERSIONS = [
  'v1.13.0',
  'v1.14.1',
  'v1.15.2',
  'v1.16.2',
  'v1.17.1',
  'v1.18.1',
  'v1.18.2',
];
