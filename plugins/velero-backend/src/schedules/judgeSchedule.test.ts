import { BackupRecord, ScheduleRecord } from '../fleet';
import { judgeSchedule, ScheduleFacts } from './judgeSchedule';

const MINUTE = 60_000;
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
    dueAt: DUE,
    nextRunAt: DUE + 1440 * MINUTE,
    blocker: undefined,
    grace: 15 * MINUTE,
    now: DUE,
    ...facts,
  });
}

const blocker = {
  name: 'daily-20260228020000',
  phase: 'InProgress',
  startedAt: Date.parse('2026-02-28T02:00:00Z'),
} as BackupRecord;

describe('judgeSchedule', () => {
  it('is ok until a run is later than the grace', () => {
    const late = { now: DUE + 15 * MINUTE };
    expect(judge({}, late)).toEqual({
      condition: 'ok',
      reason: undefined,
      nextRunAt: DUE + 1440 * MINUTE,
    });
  });

  it('is missed after that', () => {
    expect(judge({}, { now: DUE + 16 * MINUTE })).toMatchObject({
      condition: 'missed',
      reason: 'The run of 2026-03-01T02:00:00.000Z did not happen.',
    });
  });

  it('is stalled, not missed, while a backup of its own does not end', () => {
    const judgement = judge({}, { now: DUE + 16 * MINUTE, blocker });
    expect(judgement.condition).toBe('stalled');
    expect(judgement.reason).toBe(
      "Backup daily-20260228020000 is InProgress since 2026-02-28T02:00:00.000Z; until it ends Velero skips the schedule's runs, the first at 2026-03-01T02:00:00.000Z.",
    );
  });

  it('is ok while its backup runs and no other run is late', () => {
    expect(judge({}, { blocker }).condition).toBe('ok');
  });

  it('is ok when no run will ever be due', () => {
    expect(judge({}, { dueAt: undefined, now: DUE * 2 }).condition).toBe('ok');
  });

  it('is paused whatever is late, and forecasts nothing', () => {
    expect(judge({ paused: true }, { now: DUE * 2 })).toMatchObject({
      condition: 'paused',
      nextRunAt: undefined,
    });
  });

  it.each(['', 'New'])('is new in phase "%s"', phase => {
    expect(judge({ phase }, { now: DUE * 2 }).condition).toBe('new');
  });

  it('is invalid by its expression or by Velero, whose words come first', () => {
    expect(judge({ phase: '' }, { cronError: 'no such field' })).toMatchObject({
      condition: 'invalid',
      reason: 'no such field',
      nextRunAt: undefined,
    });
    expect(
      judge({ phase: 'FailedValidation', failures: ['bad location'] }),
    ).toMatchObject({ condition: 'invalid', reason: 'bad location' });
  });
});
