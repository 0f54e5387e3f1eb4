import { BackupRecord } from '../fleet';
import { BackupQueue } from './BackupQueue';

const MINUTE = 60_000;
const NOW = Date.parse('2026-03-01T12:00:00Z');

function backup(
  phase: string,
  minutesAgo: number,
  rest: Partial<BackupRecord> = {},
) {
  const createdAt = NOW - minutesAgo * MINUTE;
  return {
    phase,
    createdAt,
    completedAt: undefined,
    isUntouched: false,
    ...rest,
  } as BackupRecord;
}

/** One that this cluster made. */
function ended(minutesAgo: number) {
  const completedAt = NOW - minutesAgo * MINUTE;
  return backup('Completed', minutesAgo + 5, { completedAt });
}

function queueOf(...backups: BackupRecord[]) {
  const queue = new BackupQueue();
  backups.forEach(it => queue.add(it));
  return queue;
}

describe('BackupQueue', () => {
  it('is stuck when backups wait for long while none is in progress', () => {
    const queue = queueOf(
      ended(300),
      backup('FailedValidation', 40),
      backup('Queued', 30),
      backup('Queued', 2),
    );
    expect(queue.stuck(NOW)).toEqual({
      since: '2026-03-01T11:30:00.000Z',
      waiting: 2,
    });
  });

  it.each(['ReadyToStart', 'InProgress'])(
    'is not while one is %s, however long',
    phase => {
      const running = backup(phase, 600);
      const queue = queueOf(running, backup('Queued', 300));
      expect(queue.stuck(NOW)).toBeUndefined();
      queue.remove(running);
      expect(queue.stuck(NOW)).toBeDefined();
    },
  );

  it('is stuck behind one that only waits for its volumes, which takes no place', () => {
    const queue = queueOf(
      backup('WaitingForPluginOperations', 90),
      backup('Queued', 30),
    );
    expect(queue.stuck(NOW)).toBeDefined();
  });

  it('is given ten minutes after the last backup ended', () => {
    expect(queueOf(ended(9), backup('Queued', 300)).stuck(NOW)).toBeUndefined();
    expect(queueOf(ended(11), backup('Queued', 300)).stuck(NOW)).toEqual({
      since: '2026-03-01T11:49:00.000Z',
      waiting: 1,
    });
  });

  it('does not take the end of another cluster’s backup for its own', () => {
    const completedAt = NOW - 2 * MINUTE;
    const copy = backup('Completed', 1, { completedAt });
    expect(queueOf(copy, backup('Queued', 30)).stuck(NOW)).toBeDefined();
  });

  it('is not when nothing waits any more', () => {
    const waiting = backup('Queued', 30);
    const queue = queueOf(waiting);
    queue.remove(waiting);
    expect(queue.stuck(NOW)).toBeUndefined();
  });
});
