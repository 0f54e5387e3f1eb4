import type { BackupContents } from '@appgear/backstage-plugin-velero-common';

/** What a backup holds: a namespace with volumes, and what has none. */
export function contents(): BackupContents {
  const none = { count: 0, first: [] };
  return {
    evidence: { state: 'read' },
    volumesRecorded: true,
    namespaces: [
      {
        namespace: '',
        workspaces: [],
        kinds: [{ kind: 'v1/PersistentVolume', count: 2 }],
        volumes: [],
        errors: none,
        warnings: none,
      },
      {
        namespace: 'ws-checkout-app',
        workspaces: ['ws-checkout'],
        kinds: [
          { kind: 'apps/v1/Deployment', count: 4 },
          { kind: 'v1/PersistentVolumeClaim', count: 3 },
        ],
        volumes: [
          {
            claim: 'data-0',
            outcome: 'stored',
            method: 'CSISnapshot',
            moved: true,
            keptLocally: false,
            skipped: false,
            result: 'succeeded',
          },
          {
            claim: 'cache-0',
            outcome: 'local',
            method: 'CSISnapshot',
            moved: false,
            keptLocally: true,
            skipped: false,
          },
          {
            claim: 'scratch',
            outcome: 'skipped',
            moved: false,
            keptLocally: false,
            skipped: true,
            skippedReason: 'not in the policy',
          },
        ],
        errors: { count: 1, first: ['hook failed'] },
        warnings: none,
      },
    ],
    total: 2,
    offset: 0,
    limit: 50,
  };
}
