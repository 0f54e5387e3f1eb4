/** Storage and snapshot locations. */
export default {
  'storage.title': 'Storage locations',
  'storage.note':
    'Locations on several clusters can be one and the same bucket. What is lost with it is lost for all of them.',
  'storage.empty': 'There is no storage location to show',
  'storage.hint':
    'Velero needs a BackupStorageLocation before it can back up anything.',

  'storage.name': 'Storage location',
  'storage.default': 'Default',
  'storage.provider': 'Provider',
  'storage.bucket': 'Bucket',
  'storage.phase': 'State',
  'storage.phase.available': 'Available',
  'storage.phase.unavailable': 'Unavailable',
  'storage.phase.notValidated': 'Not checked yet',
  'storage.accessMode': 'Access',
  'storage.accessMode.ReadWrite': 'Read and write',
  'storage.accessMode.ReadOnly': 'Read only',
  'storage.sharedBy': 'Shared with',
  'storage.notShared': 'Nobody',
  'storage.lastValidated': 'Last checked',
  'storage.neverValidated': 'Never',
  'storage.backupCount': 'Backups',

  'snapshots.title': 'Snapshot locations',
  'snapshots.note':
    'Velero never checks these. Snapshots usually stay in the storage of the cluster, and are lost with it.',
  'snapshots.name': 'Snapshot location',
  'snapshots.empty': 'No snapshot location is configured.',
} as const;
