/** Backups, their scope, and restores. */
export default {
  'phase.none': 'Not looked at yet',
  'phase.note':
    'A phase is Velero’s own word for how a run ended. It does not prove what the backup holds: Velero calls an empty backup Completed too.',

  'issues.title': 'Errors and warnings',
  'issues.none': 'None',
  'issues.errors_one': '{{count}} error',
  'issues.errors_other': '{{count}} errors',
  'issues.warnings_one': '{{count}} warning',
  'issues.warnings_other': '{{count}} warnings',

  'backups.title': 'Backups',
  'backups.empty': 'There is no backup to show',
  'backups.hint':
    'Backups appear when a schedule has run, or when somebody made one by hand.',

  'backup.name': 'Backup',
  'backup.never': 'In no backup',
  'backup.phase': 'Phase',
  'backup.phase.all': 'Any phase',
  'backup.createdAt': 'Created',
  'backup.startedAt': 'Started',
  'backup.completedAt': 'Ended',
  'backup.expiresAt': 'Expires',
  'backup.items': 'Objects',
  'backup.itemsOf': '{{done, number}} of {{total, number}}',
  'backup.workspaces': 'Workspaces in scope',
  'backup.onDemand': 'None: made by hand',
  'backup.facts': 'What Velero reports',
  'backup.failures': 'Why Velero refused or failed it',

  'scope.title': 'What it was asked to take',
  'scope.note':
    'The scope is a wish. What the backup really holds may be less.',
  'scope.includedNamespaces': 'Namespaces',
  'scope.excludedNamespaces': 'But not the namespaces',
  'scope.includedResources': 'Kinds',
  'scope.excludedResources': 'But not the kinds',
  'scope.labelSelectors': 'Only objects labelled',
  'scope.snapshotMoveData': 'Volume data moved off the cluster',
  'scope.fsBackup': 'Volumes read as files by default',
  'scope.ttl': 'Kept for',
  'scope.all': 'All',
  'scope.none': 'None',
  'scope.unset': 'Not set: Velero’s default',
  'scope.yes': 'Yes',
  'scope.no': 'No',

  'restore.title': 'Restores that may have touched it',
  'restore.empty': 'No restore has touched this workspace.',
  'restore.name': 'Restore',
  'restore.backup': 'From backup',
  'restore.createdAt': 'Created',
  'restore.items': 'Objects',
} as const;
