import { BackupRecord, ScheduleRecord } from '../../fleet/records';
import { Forecast } from '../../schedules/Forecast';
import { judgeSchedule } from '../../schedules/judgeSchedule';
import { assessSchedule, ScheduleWorld } from './assessSchedule';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');
const at = (text: string) => Date.parse(text);

const row = (name: string) => ({
  cluster: 'prod',
  name,
  uid: name,
  createdAt: at('2026-01-01T00:00:00Z'),
  labels: {},
  annotations: {},
  deleting: false,
});

function backup(
  name: string,
  startedAt: string,
  phase = 'Completed',
): BackupRecord {
  return {
    ...row(name),
    spec: {},
    schedule: 'daily',
    phase,
    storageLocation: 'default',
    startedAt: at(startedAt),
    completedAt: undefined,
    expiresAt: undefined,
    itemsBackedUp: undefined,
    totalItems: undefined,
    warnings: 0,
    errors: 0,
    failures: [],
    isUntouched: false,
  };
}

const today = backup('daily-15', '2026-06-15T02:00:10Z');

/** A daily schedule that ran this morning. */
function assess(
  changes: Partial<ScheduleRecord> = {},
  world: Partial<ScheduleWorld> & { blocker?: BackupRecord } = {},
) {
  const schedule: ScheduleRecord = {
    ...row('daily'),
    template: {},
    cron: '0 2 * * *',
    paused: false,
    phase: 'Enabled',
    failures: [],
    lastBackupAt: at('2026-06-15T02:00:10Z'),
    lastSkippedAt: undefined,
    ...changes,
  };
  const { blocker, ...rest } = world;
  const now = world.now ?? NOW;
  const forecast = new Forecast(schedule, 'v1.18.2');
  const assessment = assessSchedule({
    schedule,
    judgement: judgeSchedule({
      schedule,
      cronError: forecast.cronError,
      missed: forecast.missedBefore(now - HOUR / 4),
      nextRunAt: forecast.nextRunAfter(now),
      blocker,
      queued: undefined,
      queue: undefined,
    }),
    cron: forecast.cron,
    newest: today,
    proven: today,
    now,
    ...rest,
  });
  return { ...assessment, codes: assessment.reasons.map(({ code }) => code) };
}

describe('assessSchedule', () => {
  it('finds nothing to say of one that ran and was proven', () => {
    expect(assess()).toEqual({
      condition: 'ok',
      reasons: [],
      codes: [],
      nextRunAt: '2026-06-16T02:00:00.000Z',
      lastAttempt: {
        backup: 'daily-15',
        phase: 'Completed',
        takenAt: '2026-06-15T02:00:10.000Z',
      },
      lastProven: {
        backup: 'daily-15',
        phase: 'Completed',
        takenAt: '2026-06-15T02:00:10.000Z',
      },
    });
  });

  it('sets the last attempt against the last proven success', () => {
    const failed = backup(
      'daily-15',
      '2026-06-15T02:00:10Z',
      'PartiallyFailed',
    );
    const proven = backup('daily-12', '2026-06-12T02:00:10Z');
    const { reasons, lastAttempt, lastProven } = assess(
      {},
      { newest: failed, proven },
    );
    expect(lastAttempt?.backup).toBe('daily-15');
    expect(lastProven?.backup).toBe('daily-12');
    expect(reasons).toMatchObject([
      {
        code: 'notProven',
        newest: { backup: 'daily-15', phase: 'PartiallyFailed' },
        proven: { backup: 'daily-12' },
        next: 'readErrors',
      },
    ]);
    expect(
      assess({}, { newest: failed, proven: undefined }).reasons[0],
    ).not.toHaveProperty('proven');
  });

  it('counts the runs that did not happen', () => {
    expect(assess({ lastBackupAt: at('2026-06-12T02:00:10Z') })).toMatchObject({
      condition: 'missed',
      reasons: [
        { code: 'missed', since: '2026-06-13T02:00:00.000Z', count: 3 },
      ],
    });
  });

  it('grants a run its grace', () => {
    const lastBackupAt = at('2026-06-14T02:00:10Z');
    const now = at('2026-06-15T02:10:00Z');
    expect(assess({ lastBackupAt }, { now }).condition).toBe('ok');
  });

  it('names the sibling that keeps it from running', () => {
    const blocker = backup('daily-12', '2026-06-12T02:00:10Z', 'InProgress');
    expect(
      assess({ lastBackupAt: at('2026-06-12T02:00:10Z') }, { blocker })
        .reasons[0],
    ).toMatchObject({
      code: 'stalled',
      by: { backup: 'daily-12', phase: 'InProgress' },
      since: '2026-06-13T02:00:00.000Z',
      count: 3,
      next: 'clearStuckBackup',
    });
  });

  it('says what somebody decided: paused, or not looked at yet', () => {
    expect(assess({ paused: true })).toMatchObject({
      condition: 'paused',
      codes: ['paused'],
    });
    expect(assess({ paused: true })).not.toHaveProperty('nextRunAt');
    expect(assess({ phase: 'New' })).toMatchObject({
      condition: 'new',
      codes: ['notLookedAt'],
    });
  });

  it('passes on what Velero finds invalid', () => {
    const failures = ['invalid schedule: expected exactly 5 fields'];
    expect(assess({ phase: 'FailedValidation', failures }).reasons).toEqual([
      { code: 'invalid', errors: failures, next: 'fixSchedule' },
    ]);
    expect(assess({ cron: '0 2 * *' }).reasons[0]).toMatchObject({
      code: 'invalid',
      errors: [expect.stringContaining('field')],
    });
  });

  it('tells a skip from one that is skipped for ever', () => {
    const lastBackupAt = at('2026-06-14T02:00:10Z');
    const once = assess({
      lastBackupAt,
      lastSkippedAt: at('2026-06-15T08:00:00Z'),
    });
    expect(once).toMatchObject({ condition: 'ok', codes: ['skipped'] });
    const again = assess({
      lastBackupAt: at('2026-06-01T02:00:10Z'),
      lastSkippedAt: at('2026-06-15T08:00:00Z'),
    });
    expect(again).toMatchObject({ condition: 'ok', codes: ['skipsAgain'] });
  });

  it('warns of an expression that never holds: Velero takes it for always due', () => {
    expect(assess({ cron: '0 0 30 2 *' }).codes).toEqual(['alwaysDue']);
  });

  it('warns of backups that expire before the next one', () => {
    expect(assess({ template: { ttl: '12h0m0s' } }).reasons).toEqual([
      {
        code: 'expiresBeforeNext',
        ttlSeconds: 12 * 3600,
        everySeconds: 24 * 3600,
        next: 'fixSchedule',
      },
    ]);
    expect(assess({ template: { ttl: '336h' } }).codes).toEqual([]);
    expect(assess({ template: { ttl: 'a while' } }).codes).toEqual([]);
  });
});
