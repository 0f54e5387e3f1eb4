/** Docker hosts of topology A, which are no disaster recovery. */
export default {
  'topologyA.title': 'Docker hosts (topology A)',
  'topologyA.badge': 'No disaster recovery',
  'topologyA.notDr':
    'For development and demos. One copy on one host, and nothing proves that it restores: none of this counts as protection.',
  'topologyA.notRead': 'Its manifest was not read yet',
  'topologyA.readAt': 'Manifest read {{age}}',
  'topologyA.failed': 'The last run failed {{age}}',
  'topologyA.stale': 'Stale: the newest backup is too old',
  'topologyA.none': 'There is no backup',
  'topologyA.backupsOf': 'Backups of {{host}}',
  'topologyA.total_one': '{{count}} backup in all',
  'topologyA.total_other': '{{count}} backups in all',
  'topologyA.unchecked': 'Not verified',
  'topologyA.intact': 'Files verified {{age}}',
  'topologyA.damaged': 'Damaged, found {{age}}: do not restore it',
} as const;
