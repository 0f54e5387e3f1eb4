/** The overview. */
export default {
  'attention.title': 'Needs attention',
  'attention.none': 'Nothing needs a person right now, as far as Velero says.',
  'attention.stale': '{{title}} does not answer; last heard from {{age}}',
  'attention.unreachable': '{{title}} has never answered',
  'attention.veleroNotInstalled':
    'Velero is not installed on {{title}}: nothing there is backed up',
  'attention.veleroForbidden':
    'The portal may not read Velero on {{title}}: what is backed up there is unknown',
  'attention.withoutBackup_one': '{{count}} workspace is in no backup at all',
  'attention.withoutBackup_other':
    '{{count}} workspaces are in no backup at all',
  'attention.withoutBackupReason':
    'No backup that still exists has their namespaces in its scope. Label the namespaces for backup, or widen a schedule.',
  'attention.queue_one':
    'Velero’s queue on {{title}} is stuck: {{count}} backup waits',
  'attention.queue_other':
    'Velero’s queue on {{title}} is stuck: {{count}} backups wait',
  'attention.queueReason':
    'Nothing has moved since {{age}}, and no backup is in progress. Velero 1.18 can count a backup that ended as running; it goes on when it is restarted: {{command}}',
  'attention.storage': 'Storage {{name}} on {{cluster}} is unavailable',
  'attention.schedule': 'Schedule {{name}} on {{cluster}}: {{condition}}',

  'figures.workspaces': 'Workspaces',
  'figures.enabled_one': '{{count}} labelled for backup',
  'figures.enabled_other': '{{count}} labelled for backup',
  'figures.withoutBackup_one': '{{count}} in no backup',
  'figures.withoutBackup_other': '{{count}} in no backup',
  'figures.recent': 'Backups started in the last 24 hours',
  'figures.noRecent': 'None. Look at the schedules if you expected some.',
  'figures.schedules': 'Schedules',
  'figures.noSchedules':
    'None. Backups happen only when somebody makes one by hand.',

  'overview.upcoming': 'Next runs',
  'overview.noUpcoming':
    'No schedule is going to run. Add one, or resume a paused one.',
  'overview.allSchedules': 'All schedules',
  'overview.allStorage': 'All storage',
} as const;
