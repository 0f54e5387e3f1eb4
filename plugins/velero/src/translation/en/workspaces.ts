/** Workspaces and their namespaces. */
export default {
  'workspaces.title': 'Workspaces',
  'workspaces.empty': 'There is no workspace to show',
  'workspaces.hint':
    'A workspace appears when a namespace carries its label, and when you or your groups own it in the catalog.',

  'workspace.name': 'Workspace',
  'workspace.tenant': 'Tenant',
  'workspace.owner': 'Owner',
  'workspace.entity': 'In the catalog',
  'workspace.clusters': 'Clusters',
  'workspace.intent': 'Backup label',
  'workspace.intent.all': 'Any label',
  'workspace.intent.enabled': 'Wants backup',
  'workspace.intent.disabled': 'Wants no backup',
  'workspace.intent.mixed': 'Only some namespaces want backup',
  'workspace.intent.unknown': 'Not known',
  'workspace.lastBackup': 'Last backup',
  'workspace.lastCompleted': 'Last one called Completed',
  'workspace.nextRun': 'Next run',
  'workspace.backupCount': 'Backups',

  'workspace.facts': 'What Velero reports',
  'workspace.backups': 'Newest backups',
  'workspace.allBackups_one': 'The only backup',
  'workspace.allBackups_other': 'All {{count}} backups',
  'workspace.noBackups':
    'No backup has this workspace in its scope. Label its namespaces for backup, or ask for a schedule that takes them in.',
  'workspace.schedules': 'Schedules that take it in',
  'workspace.noSchedules':
    'No schedule takes this workspace in: it will not be backed up by itself.',
  'workspace.storage': 'Where its backups are kept',
  'workspace.noStorage': 'No storage location holds a backup of it.',

  'namespace.title': 'Namespaces',
  'namespace.empty': 'No namespace carries the label of this workspace now.',
  'namespace.name': 'Namespace',
  'namespace.label': 'Backup label',
  'namespace.enabled': 'Wants backup',
  'namespace.notEnabled': 'Wants no backup',
  'namespace.state': 'State',
  'namespace.active': 'Active',
  'namespace.terminating': 'Being deleted',
  'namespace.createdAt': 'Created',
} as const;
