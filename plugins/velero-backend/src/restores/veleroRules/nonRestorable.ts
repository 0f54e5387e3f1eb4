/**
 * Kinds that Velero never restores. It appends them to `excludedResources`
 * of every Restore it takes up, and refuses a Restore that includes one.
 * Source: Velero v1.13.0 to v1.18.2, pkg/controller/restore_controller.go,
 * nonRestorableResources.
 */
export const NON_RESTORABLE_RESOURCES: readonly string[] = [
  'nodes',
  'events',
  'events.events.k8s.io',
  'backups.velero.io',
  'restores.velero.io',
  'resticrepositories.velero.io',
  'csinodes.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
  'backuprepositories.velero.io',
];
