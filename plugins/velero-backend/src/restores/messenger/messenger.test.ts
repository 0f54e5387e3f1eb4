import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { Language, wordingIn } from '../../wording';
import { Outbox, RequestStore, SYSTEM_TRACE } from '../store';
import {
  ANA,
  approveAs,
  APPROVERS,
  filing,
  HOUR,
  OTTO,
  StandingClock,
  traceOf,
} from '../store/__testUtils__/filing';
import { Messenger } from './Messenger';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Messenger', () => {
  let knex: Knex;
  let clock: StandingClock;
  let store: RequestStore;
  let messenger: Messenger;
  const notifications = { send: jest.fn() };

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    clock = new StandingClock();
    store = new RequestStore(knex, { clock, remindBeforeMs: 4 * HOUR });
    notifications.send.mockReset().mockResolvedValue(undefined);
    messenger = create('en');
  });

  function create(language: Language): Messenger {
    return new Messenger({
      outbox: new Outbox(knex, clock),
      store,
      notifications,
      wording: wordingIn(language).restores,
      logger: mockServices.logger.mock(),
    });
  }

  const file = (overrides: Parameters<typeof filing>[1] = {}) =>
    store.file(filing(clock, overrides), traceOf(OTTO));
  const titles = () =>
    notifications.send.mock.calls.map(([{ payload }]) => payload.title);

  it('asks approvers, once, and not the requester', async () => {
    const { gate } = await file();
    await messenger.run();
    await messenger.run();
    expect(notifications.send).toHaveBeenCalledTimes(1);
    expect(notifications.send).toHaveBeenCalledWith({
      recipients: {
        type: 'entity',
        entityRef: [APPROVERS],
        excludeEntityRef: OTTO,
      },
      payload: expect.objectContaining({
        link: `/dr/restores/${gate.id}`,
        severity: 'high',
        description: expect.stringContaining('the settings were deleted'),
      }),
    });
  });

  it('reminds them, unless it is decided', async () => {
    await file();
    const { gate } = await file();
    await messenger.run();
    await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    clock.advance(20 * HOUR);
    notifications.send.mockClear();
    await messenger.run();
    expect(
      titles().filter(
        title => title === 'A restore still waits for your approval',
      ),
    ).toHaveLength(1);
  });

  it('tells the result to all involved', async () => {
    const { gate } = await file();
    await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    await store.change(
      gate.id,
      {
        type: 'cancel',
        by: { kind: 'user', ref: OTTO },
        reason: { message: 'not needed' },
      },
      traceOf(OTTO),
    );
    await messenger.run();
    const last = notifications.send.mock.calls.at(-1)![0];
    expect(last.payload.title).toBe('A restore was withdrawn');
    expect(last.recipients).toEqual({
      type: 'entity',
      entityRef: [OTTO, ANA],
      excludeEntityRef: OTTO,
    });
  });

  it('speaks the configured language', async () => {
    const { gate } = await file();
    await store.change(
      gate.id,
      {
        type: 'vote',
        by: { kind: 'user', ref: ANA },
        decision: 'veto',
        comment: 'não agora',
        digest: gate.digest,
        entitledTo: [APPROVERS],
      },
      traceOf(ANA),
    );
    await create('pt-BR').run();
    const last = notifications.send.mock.calls.at(-1)![0];
    expect(last.payload).toMatchObject({
      title: 'Uma restauração foi vetada',
      description: expect.stringMatching(/^backup .* no cluster .*não agora$/),
    });
  });

  it('quotes people in it, and not the record’s English', async () => {
    const { gate } = await file();
    clock.advance(25 * HOUR);
    await store.change(gate.id, { type: 'tick' }, SYSTEM_TRACE);
    await create('pt-BR').run();
    const last = notifications.send.mock.calls.at(-1)![0];
    expect(last.payload).toMatchObject({
      title: 'Uma restauração expirou',
      description: expect.stringMatching(
        /\. Ninguém decidiu a tempo.*tempo\.$/,
      ),
    });
  });

  it('says in it that another request took the place of one', async () => {
    const { gate } = await file();
    await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    await file({ supersedes: gate.id });
    await create('pt-BR').run();
    expect(
      notifications.send.mock.calls.map(([{ payload }]) => payload.description),
    ).toContainEqual(
      expect.stringMatching(/\. Outro pedido tomou o seu lugar\.$/),
    );
  });

  it('tries again later what could not be sent, and goes on with the rest', async () => {
    await file();
    await file();
    notifications.send.mockRejectedValueOnce(new Error('503'));
    await messenger.run();
    expect(notifications.send).toHaveBeenCalledTimes(2);
    await messenger.run();
    expect(notifications.send).toHaveBeenCalledTimes(2);
    clock.advance(11_000);
    await messenger.run();
    expect(notifications.send).toHaveBeenCalledTimes(3);
  });
});
