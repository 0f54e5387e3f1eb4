import {
  InventoryObject,
  parseVeleroVersion,
} from '@appgear/backstage-plugin-velero-common';
import { CoverageNamespace, CoverageWorld } from '../simulation';
import { bound, live } from './shop';

const ENABLED = { 'appgear.io/backup-enabled': 'true' };

/** A workspace with a Deployment, a Secret, a claim with data, and a pod that uses it. */
export function workspace(
  name: string,
  extra: Partial<CoverageNamespace> = {},
): CoverageNamespace {
  const controller = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    name: 'web-1',
    uid: 'u',
    controller: true,
  };
  const objects: InventoryObject[] = [
    live('deployment/web'),
    live('secret/token'),
    live('claim/data', { links: { volume: 'pv-data' } }),
    live('pod/web-1-x', {
      ownerReferences: [controller],
      links: { claims: ['data'], running: true },
    }),
  ].map(object => ({ ...object, namespace: name }));
  return {
    name,
    labels: ENABLED,
    terminating: false,
    workspace: name.replace('ws-', ''),
    live: {
      state: 'read',
      unreadable: [],
      content: { objects, volumes: [bound('data')] },
    },
    ...extra,
  };
}

/** Two workspaces, and Kubernetes' own namespace. */
export function cluster(
  version: string,
  extra: Partial<CoverageWorld> = {},
): CoverageWorld {
  return {
    veleroVersion: parseVeleroVersion(version)!,
    namespaces: [
      workspace('ws-shop'),
      workspace('ws-blog'),
      workspace('kube-system', { labels: {}, workspace: undefined }),
    ],
    clusterScoped: [],
    types: [],
    csi: true,
    policy: { exemptKinds: [], durableSnapshots: [] },
    ...extra,
  };
}

/** The schedules of module 15, as they are written there. */
export const MODULE_15 = {
  coreInfraDaily: {
    includedNamespaces: ['argocd', 'security', 'velero'],
    excludedResources: ['events', 'events.events.k8s.io'],
    storageLocation: 'dr-s3-external',
    volumeSnapshotLocations: ['dr-ceph-csi'],
    ttl: '720h',
  },
  workspacesDaily: {
    includedNamespaces: ['*'],
    labelSelector: { matchLabels: ENABLED },
    excludedResources: ['events', 'events.events.k8s.io'],
    storageLocation: 'dr-s3-external',
    volumeSnapshotLocations: ['dr-ceph-csi'],
    ttl: '336h',
  },
  clusterFullWeekly: {
    includedNamespaces: ['*'],
    excludedNamespaces: [
      'kube-node-lease',
      'kube-public',
      'kube-system',
      'rook-ceph',
      'ws-tmp',
    ],
    excludedResources: ['events', 'events.events.k8s.io', 'jobs', 'pods'],
    storageLocation: 'dr-s3-external',
    volumeSnapshotLocations: ['dr-ceph-csi'],
    ttl: '2160h',
  },
};
