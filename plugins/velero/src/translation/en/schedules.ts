/** Schedules. */
export default {
  'schedules.title': 'Schedules',
  'schedules.note':
    'The last attempt says that Velero tried, not that it succeeded.',
  'schedules.empty': 'There is no schedule to show',
  'schedules.hint':
    'Without a schedule nothing is backed up by itself. Add a Velero Schedule to the cluster, best through GitOps.',

  'schedule.name': 'Schedule',
  'schedule.condition': 'Condition',
  'schedule.condition.all': 'Any condition',
  'schedule.condition.ok': 'Runs',
  'schedule.condition.new': 'Not looked at yet',
  'schedule.condition.paused': 'Paused',
  'schedule.condition.invalid': 'Invalid',
  'schedule.condition.missed': 'Missed a run',
  'schedule.condition.stalled': 'Stalled',
  'schedule.nextRun': 'Next run',
  'schedule.noRun': 'None planned',
  'schedule.lastAttempt': 'Last attempt',
  'schedule.neverRan': 'Never tried',
  'schedule.lastCompleted': 'Last Completed',
  'schedule.neverCompleted': 'Never',
  'schedule.workspaces': 'Workspaces',
} as const;
