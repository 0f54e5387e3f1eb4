import { BackupRecord, ScheduleRecord } from '../fleet';
import { judgeSchedule, ScheduleFacts } from './judgeSchedule';

const DAY = 24 * 3_600_000;
const DUE = Date.parse('2026-03-01T02:00:00Z');

function judge(
  schedule: Partial<ScheduleRecord>,
  facts: Partial<ScheduleFacts> = {},
) {
  return judgeSchedule({
    schedule: {
      cluster: 'prod',
      name: 'daily',
      uid: 'u',
      createdAt: 0,
      labels: {},
      annotations: {},
      deleting: false,
      template: {},
      cron: '0 2 * * *',
      paused: false,
      phase: 'Enabled',
      failures: [],
      lastBackupAt: undefined,
      lastSkippedAt: undefined,
      ...schedule,
    },
    cronError: undefined,
    missed: undefined,
    nextRunAt: DUE + DAY,
    blocker: undefined,
    queued: undefined,
    queue: undefined,
    ...facts,
  });
}

const blocker = {
  name: 'daily-20260228020000',
  phase: 'InProgress',
  startedAt: Date.parse('2026-02-28T02:00:00Z'),
} as BackupRecord;

const missed = { since: DUE, count: 2 };

describe('judgeSchedule', () => {
  it('is ok while no run is missing', () => {
    expect(judge({})).toEqual({
      condition: 'ok',
      reason: undefined,
      nextRunAt: DUE + DAY,
    });
  });

  it('is missed after that, and says how many runs', () => {
    expect(judge({}, { missed })).toMatchObject({
      condition: 'missed',
      reason: {
        code: 'missed',
        since: '2026-03-01T02:00:00.000Z',
        count: 2,
        next: 'checkCluster',
      },
    });
  });

  it('is stalled, not missed, while a backup of its own does not end', () => {
    expect(judge({}, { missed, blocker })).toMatchObject({
      condition: 'stalled',
      reason: {
        code: 'stalled',
        by: {
          backup: 'daily-20260228020000',
          phase: 'InProgress',
          takenAt: '2026-02-28T02:00:00.000Z',
        },
        since: '2026-03-01T02:00:00.000Z',
        count: 2,
        next: 'clearStuckBackup',
      },
    });
  });

  it('is stalled while its backup waits in a queue that does not move', () => {
    const queue = { since: '2026-03-01T01:40:00.000Z', waiting: 7 };
    const queued = { ...blocker, phase: 'Queued' };
    expect(judge({}, { queue, queued })).toMatchObject({
      condition: 'stalled',
      reason: {
        code: 'queueStuck',
        by: { backup: blocker.name, phase: 'Queued' },
        ...queue,
        next: 'restartVelero',
      },
    });
    expect(judge({}, { queued }).condition).toBe('ok');
    expect(judge({}, { queue }).condition).toBe('ok');
  });

  it('is ok while its backup runs and no other run is late', () => {
    expect(judge({}, { blocker }).condition).toBe('ok');
  });

  it('is paused whatever is late, and forecasts nothing', () => {
    expect(judge({ paused: true }, { missed })).toMatchObject({
      condition: 'paused',
      reason: { code: 'paused' },
      nextRunAt: undefined,
    });
  });

  it.each(['', 'New'])('is new in phase "%s"', phase => {
    expect(judge({ phase }, { missed })).toMatchObject({
      condition: 'new',
      reason: { code: 'notLookedAt' },
    });
  });

  it('is invalid by its expression or by Velero, whose words come first', () => {
    const cronError = 'no such field';
    expect(judge({ phase: '' }, { cronError })).toMatchObject({
      condition: 'invalid',
      reason: { code: 'invalid', errors: [cronError] },
      nextRunAt: undefined,
    });
    const refused = { phase: 'FailedValidation', failures: ['bad location'] };
    expect(judge(refused, { cronError }).reason).toMatchObject({
      errors: ['bad location'],
    });
  });
});
