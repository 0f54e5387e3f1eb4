/** One schedule: how it fares, and what it would hold. */
export default {
  'schedule.facts': 'How it fares',
  'schedule.factsNote':
    'The last attempt says that Velero tried. A run is proven when its backup holds all that lives in the workspaces it takes in.',
  'schedule.lastProven': 'Last proven success',
  'schedule.neverProven': 'None of the newest runs is proven',
  'schedule.cron': 'Runs at',
  'schedule.ttl': 'Backups are kept',
  'schedule.itsBackups': 'Its backups',
  'schedule.why': 'What is wrong with it',
  'schedule.nothingWrong': 'Nothing is known to be wrong with it.',
  'schedule.notAssessed': 'How it fares is not known.',

  'scheduleReason.notLookedAt': 'Velero has not looked at it yet.',
  'scheduleReason.paused': 'It is paused: no run will happen.',
  'scheduleReason.invalid': 'Velero cannot read it: {{errors}}',
  'scheduleReason.missed_one':
    '{{count}} run that was due did not happen since {{age}}. Velero does not catch up.',
  'scheduleReason.missed_other':
    '{{count}} runs that were due did not happen since {{age}}. Velero does not catch up.',
  'scheduleReason.stalled_one':
    '{{backup}} is {{phase}} and does not end; Velero starts no other run until it does. {{count}} run was skipped since {{age}}.',
  'scheduleReason.stalled_other':
    '{{backup}} is {{phase}} and does not end; Velero starts no other run until it does. {{count}} runs were skipped since {{age}}.',
  'scheduleReason.queueStuck_one':
    '{{backup}} waits in Velero’s queue, which has not moved since {{age}} though no backup is in progress. {{count}} backup waits there.',
  'scheduleReason.queueStuck_other':
    '{{backup}} waits in Velero’s queue, which has not moved since {{age}} though no backup is in progress. {{count}} backups wait there.',
  'scheduleReason.skipped':
    'Somebody told it {{age}} to skip the run that was due; it counts from then on.',
  'scheduleReason.skipsAgain':
    'skipImmediately is set again and again, last {{age}}, most likely by GitOps: it never runs.',
  'scheduleReason.alwaysDue':
    'Its expression never holds. Velero takes it for always due, and makes a backup every minute.',
  'scheduleReason.expiresBeforeNext':
    'Its backups are kept for {{ttl}}, and one is made every {{every}}: the last one is gone before the next.',
  'scheduleReason.notProven':
    'The newest backup, {{backup}} {{age}}, is not proven. None of the newest is.',
  'scheduleReason.notProvenSince':
    'The newest backup, {{backup}} {{age}}, is not proven. The last that is proven is {{proven}} {{provenAge}}.',
} as const;
