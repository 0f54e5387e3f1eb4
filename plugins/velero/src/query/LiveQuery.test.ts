import { LiveQuery } from './LiveQuery';

/** A backend that answers when told to. */
function createBackend() {
  const asked: {
    signal: AbortSignal;
    answer(data: string): void;
    fail(error: object): void;
  }[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      asked.push({
        signal,
        answer: resolve,
        fail: error => reject(Object.assign(new Error('Failed'), error)),
      });
    });
  return { asked, load };
}

const settled = () => new Promise(resolve => setTimeout(resolve, 0));

describe('LiveQuery', () => {
  it('tells its listeners of the answer', async () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    const listener = jest.fn();
    query.subscribe(listener);
    query.ask('a', load);
    listener.mockClear();
    asked[0].answer('one');
    await settled();

    expect(listener).toHaveBeenCalledTimes(1);
    expect(query.getState()).toMatchObject({ data: 'one', isStale: false });
  });

  it('asks the same question once', () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    query.ask('a', load);
    query.ask('a', load);

    expect(asked).toHaveLength(1);
  });

  it('keeps the last good answer while it asks again, and when that fails', async () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    query.ask('a', load);
    asked[0].answer('one');
    await settled();
    query.refresh();
    expect(query.getState()).toMatchObject({ data: 'one', isStale: false });
    asked[1].fail({ statusCode: 503 });
    await settled();

    expect(query.getState()).toMatchObject({
      data: 'one',
      error: expect.any(Error),
    });
    query.refresh();
    asked[2].answer('two');
    await settled();
    expect(query.getState().error).toBeUndefined();
    expect(query.getState().data).toBe('two');
  });

  it.each([401, 403, 404])(
    'drops an answer that the reader may not have any more: %s',
    async statusCode => {
      const { asked, load } = createBackend();
      const query = new LiveQuery<string>();
      query.ask('a', load);
      asked[0].answer('secret');
      await settled();
      query.refresh();
      asked[1].fail({ statusCode });
      await settled();

      expect(query.getState()).toEqual({
        isStale: false,
        error: expect.any(Error),
      });
    },
  );

  it('lets a request under way end and asks once more, however often it is told', async () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    query.ask('a', load);
    query.refresh();
    query.refresh();
    query.refresh();
    expect(asked).toHaveLength(1);
    asked[0].answer('one');
    await settled();

    expect(asked).toHaveLength(2);
    expect(asked[0].signal.aborted).toBe(false);
    asked[1].answer('two');
    await settled();
    expect(asked).toHaveLength(2);
    expect(query.getState().data).toBe('two');
  });

  it('shows the old rows as stale under a new question, whose answer wins', async () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    query.ask('a', load);
    asked[0].answer('one');
    await settled();
    query.refresh();
    query.ask('b', load);
    expect(query.getState()).toMatchObject({ data: 'one', isStale: true });
    expect(asked[1].signal.aborted).toBe(true);
    asked[2].answer('two');
    asked[1].answer('late');
    await settled();

    expect(query.getState()).toMatchObject({ data: 'two', isStale: false });
  });

  it('does not pass old rows off as the answer to a question that failed', async () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    query.ask('a', load);
    asked[0].answer('one');
    await settled();
    query.ask('b', load);
    asked[1].fail({ statusCode: 503 });
    await settled();

    expect(query.getState().data).toBeUndefined();
  });

  it('is quiet after it was stopped, and starts again', async () => {
    const { asked, load } = createBackend();
    const query = new LiveQuery<string>();
    query.ask('a', load);
    query.stop();
    asked[0].answer('late');
    await settled();
    expect(query.getState().data).toBeUndefined();
    query.refresh();
    expect(asked).toHaveLength(1);
    query.ask('a', load);
    expect(asked).toHaveLength(2);
  });
});
