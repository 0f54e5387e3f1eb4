import { once } from 'node:events';
import { Deadline } from './Deadline';

describe('Deadline', () => {
  it('ends work that takes too long', async () => {
    const { signal: never } = new AbortController();
    const deadline = new Deadline(1, never);
    await once(deadline.signal, 'abort');
    expect(deadline.isOver).toBe(true);
  });

  it('ends work that is stopped, and says why', () => {
    const stop = new AbortController();
    const deadline = new Deadline(60_000, stop.signal);
    expect(deadline.signal.aborted).toBe(false);
    stop.abort(new Error('enough'));
    expect(deadline.signal.reason).toEqual(new Error('enough'));
    expect(deadline.isOver).toBe(false);
  });

  it('ends work at once that was stopped before', () => {
    const deadline = new Deadline(60_000, AbortSignal.abort('before'));
    expect(deadline.signal.reason).toBe('before');
  });

  it('ends nothing any more once it is cleared', async () => {
    const stop = new AbortController();
    const deadline = new Deadline(0, stop.signal);
    deadline.clear();
    const later = new Deadline(1, stop.signal);
    await once(later.signal, 'abort');
    stop.abort();
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.isOver).toBe(false);
  });
});
