import {
  type ClusterStatus,
  says,
} from '@appgear/backstage-plugin-velero-common';
import { at } from './time';

/** Production, its stand-in that stopped answering, and a half-set-up one. */
export function clusters(): ClusterStatus[] {
  return [
    {
      cluster: 'prod-sp',
      title: 'Production São Paulo',
      role: 'production',
      state: 'live',
      veleroNamespace: 'velero',
      velero: 'installed',
      veleroVersion: 'v1.18.2',
      kubernetesVersion: 'v1.35.7',
      problems: [],
      counts: {
        workspaces: 12,
        namespaces: 31,
        backups: 214,
        schedules: 5,
        restores: 3,
        storageLocations: 2,
      },
    },
    {
      cluster: 'dr-rj',
      title: 'Stand-in Rio de Janeiro',
      role: 'dr',
      state: 'stale',
      asOf: at(-14),
      veleroNamespace: 'velero',
      velero: 'installed',
      veleroVersion: 'v1.13.0',
      kubernetesVersion: 'v1.29.4',
      problems: [says('cluster.nothingListens')],
      counts: {
        workspaces: 2,
        namespaces: 4,
        backups: 190,
        schedules: 0,
        restores: 8,
        storageLocations: 1,
      },
    },
    {
      cluster: 'staging',
      title: 'Staging',
      role: 'staging',
      state: 'live',
      veleroNamespace: 'velero',
      velero: 'notInstalled',
      kubernetesVersion: 'v1.35.7',
      problems: [],
      counts: {
        workspaces: 1,
        namespaces: 2,
        backups: 0,
        schedules: 0,
        restores: 0,
        storageLocations: 0,
      },
    },
  ];
}
