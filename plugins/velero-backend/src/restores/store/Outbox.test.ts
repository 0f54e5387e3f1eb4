import { TestDatabases } from '@backstage/backend-test-utils';
import { APPROVERS, HOUR, OTTO } from './__testUtils__/filing';
import { StoreBench } from './__testUtils__/StoreBench';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('messages in %s', id => {
  let bench: StoreBench;
  beforeEach(async () => {
    bench = await StoreBench.on(await databases.init(id));
  });

  const claimed = async () =>
    (await bench.outbox.claim(20)).map(({ kind, recipients, exclude }) => ({
      kind,
      recipients,
      exclude,
    }));

  it('ask approvers at once, and again before the end', async () => {
    await bench.file();
    const asked = { recipients: [APPROVERS], exclude: OTTO };
    expect(await claimed()).toEqual([{ kind: 'approvalNeeded', ...asked }]);
    bench.clock.advance(20 * HOUR);
    const again = await bench.outbox.claim(20);
    expect(again.map(({ kind }) => kind)).toEqual([
      'approvalNeeded',
      'approvalReminder',
    ]);
  });

  it('tell everyone of break-glass at once', async () => {
    await bench.file({ incident: 'INC-7' });
    expect(await claimed()).toEqual([
      { kind: 'breakGlass', recipients: [APPROVERS], exclude: OTTO },
    ]);
  });

  it('go to one replica, and come back when that one died', async () => {
    await bench.file();
    const hands = await Promise.all(
      [1, 2, 3, 4].map(() => bench.outbox.claim(5)),
    );
    expect(hands.flat()).toHaveLength(1);
    bench.clock.advance(61_000);
    const [message] = await bench.outbox.claim(5);
    await bench.outbox.failed(message);
    expect(await bench.outbox.claim(5)).toEqual([]);
    bench.clock.advance(11_000);
    const [again] = await bench.outbox.claim(5);
    expect(again.attempts).toBe(1);
    await bench.outbox.done(again.id);
    bench.clock.advance(HOUR);
    expect(await bench.outbox.claim(5)).toEqual([]);
  });
});
