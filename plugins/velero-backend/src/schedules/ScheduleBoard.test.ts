import { Bed, until } from '../__testUtils__/Bed';
import { ScheduleBoard } from './ScheduleBoard';

const MINUTE = 60_000;

describe('ScheduleBoard', () => {
  let bed: Bed;

  beforeEach(async () => {
    bed = await Bed.start(['one']);
  });
  afterEach(() => bed.close());

  it('names a queue that is stuck, by the schedule and by the cluster', async () => {
    const { velero, store } = bed.cluster('one');
    // Its own controllers would go on with the queue.
    velero.close();
    store.create({
      apiVersion: 'velero.io/v1',
      kind: 'Schedule',
      metadata: { namespace: 'velero', name: 'daily' },
      spec: { schedule: '0 2 * * *', template: {} },
      status: { phase: 'Enabled' },
    });
    const backup = store.create({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: {
        namespace: 'velero',
        name: 'daily-1',
        labels: { 'velero.io/schedule-name': 'daily' },
      },
      spec: {},
      status: { phase: 'Queued', queuePosition: 1 },
    });
    const fleet = bed.fleet();
    const board = new ScheduleBoard(fleet, { missedRunGrace: MINUTE });
    const isOk = () => board.all()[0]?.condition === 'ok';
    await until('the queue is stuck', () => !!board.stuckQueue('one'));
    await until('the schedule is there', () => board.all().length === 1);

    const queue = board.stuckQueue('one');
    expect(queue).toMatchObject({ waiting: 1 });
    expect(board.all()[0]).toMatchObject({
      condition: 'stalled',
      reason: { code: 'queueStuck', by: { backup: 'daily-1' }, ...queue },
    });
    expect(board.tick()).toBe(true);

    store.update({ ...backup, status: { phase: 'InProgress' } });
    await until('the schedule runs', isOk);
    expect(board.stuckQueue('one')).toBeUndefined();
    expect(board.tick()).toBe(true);
    expect(board.tick()).toBe(false);
  });
});
