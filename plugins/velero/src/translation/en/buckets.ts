/** Buckets that the portal reads by itself, and what only they still know. */
export default {
  'bucket.kind': 'Bucket',
  'bucket.readOnly':
    'Read by the portal itself: what lies in {{place}} is known though its clusters are gone. Nothing is ever written to it.',
  'bucket.state.live': 'Readable',
  'bucket.state.connecting': 'Being read',
  'bucket.state.stale': 'Cannot be read now',
  'bucket.state.unreachable': 'Could not be read yet',
  'bucket.onlyHere_zero': 'No backup is only here',
  'bucket.onlyHere_one': '{{count, number}} backup is only here',
  'bucket.onlyHere_other': '{{count, number}} backups are only here',
  'bucket.lost_one':
    '{{count, number}} namespace is in no cluster that answers',
  'bucket.lost_other':
    '{{count, number}} namespaces are in no cluster that answers',

  'backup.onlyInBucket': 'No cluster that answers shows this backup',
  'backup.onlyInBucket.next':
    'The portal found it in the bucket. To restore it, give a cluster a storage location on this bucket: its Velero takes the backup over within a minute, and it can be restored there.',

  'namespace.lost': 'Only in backups',
  'namespace.lostLabel': 'Not known',

  'reason.onlyInBackups':
    'No cluster that answers shows this namespace. What its backups hold is known; whether that is all that lived in it is not.',
} as const;
