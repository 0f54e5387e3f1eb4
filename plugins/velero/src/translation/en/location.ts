/** One storage location. */
export default {
  'location.facts': 'What is known of it',
  'location.lastSynced': 'Last synchronised',
  'location.never': 'Never',
  'location.unavailable': 'It cannot be used now',
  'location.unavailableNext':
    'What to do: see whether the bucket can be reached from {{cluster}}, whether it exists, and whether the credentials of this location still hold. Backups into it fail until then, and none of its points can be restored through it.',
  'location.notValidated':
    'Velero has not checked it yet. It checks each location about once a minute; see whether Velero runs on {{cluster}}.',
  'location.writers':
    'More than one cluster writes here: {{clusters}}. What one deletes is deleted for all, equal names collide, and of no backup is it sure whose it is.',
  'location.writersNext':
    'What to do: give each cluster its own prefix in the bucket, and let the others read only.',
  'location.users': 'Who uses this place in the bucket',
  'location.usersNote':
    'Locations of all clusters with the same provider, bucket and prefix.',
  'location.alone': 'Nobody else uses it.',
} as const;
