import {
  ProtectionReason,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../database/openDatabase';
import { wordingIn } from '../wording';
import { VerdictBook } from './VerdictBook';
import { Cause, Finding } from './VerdictChange';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const START = Date.parse('2026-03-01T00:00:00Z');
const MINUTE = 60_000;
const SETTLE = 5 * MINUTE;

const noPoint: ProtectionReason = {
  code: 'noPoint',
  namespace: 'ws-shop',
  next: 'addToSchedule',
};

function finding(
  workspace: string,
  verdict: Verdict,
  more: Partial<Finding> = {},
): Finding {
  return {
    workspace,
    title: workspace,
    tenant: 'acme',
    owner: `group:default/team-${workspace}`,
    verdict,
    reasons: verdict === 'protected' ? [] : [noPoint],
    cause: undefined,
    ...more,
  };
}

describe.each(databases.eachSupportedId())('VerdictBook in %s', id => {
  async function open() {
    const knex = await databases.init(id);
    await migrate(knex);
    const book = new VerdictBook(knex, SETTLE, wordingIn('en'));
    /** Notes the same findings each minute, as the portal does. */
    const live = async (
      from: number,
      minutes: number,
      ...findings: Finding[]
    ) => {
      for (let minute = 0; minute < minutes; minute++) {
        const now = START + (from + minute) * MINUTE;
        await book.note({ findings, isWhole: true }, now);
      }
    };
    const titles = async () =>
      (await book.waiting()).map(({ message }) => message.title);
    return { book, live, titles };
  }

  it('tells owners once when a verdict worsens, and once when it recovers', async () => {
    const { book, live, titles } = await open();
    await live(0, 10, finding('shop', 'protected'));
    expect(await titles()).toEqual([]);
    await live(10, 60, finding('shop', 'unprotected'));
    await live(70, 60, finding('shop', 'protected'));
    expect(await titles()).toEqual([
      'Workspace shop has no backup',
      'Workspace shop is protected again',
    ]);
    const [{ message }] = await book.waiting();
    expect(message).toMatchObject({
      recipients: ['group:default/team-shop'],
      severity: 'high',
      description: 'Namespace ws-shop: no backup takes it in.',
      link: '/dr/workspaces/shop',
    });
  });

  it('says nothing of what passes within minutes', async () => {
    const { live, titles } = await open();
    await live(0, 10, finding('shop', 'protected'));
    for (let at = 10; at < 60; at += 10) {
      await live(at, 4, finding('shop', 'unknown'));
      await live(at + 4, 6, finding('shop', 'protected'));
    }
    expect(await titles()).toEqual([]);
  });

  it('does not greet a new portal with hundreds of good news', async () => {
    const { live, titles } = await open();
    await live(0, 10, finding('shop', 'unknown'), finding('blog', 'unknown'));
    await live(
      10,
      10,
      finding('shop', 'protected'),
      finding('blog', 'partial'),
    );
    expect(await titles()).toEqual([]);
  });

  it('makes one message of a dead cluster, and one of its return', async () => {
    const { book, live, titles } = await open();
    const cause: Cause = { kind: 'cluster', name: 'one' };
    const names = ['a', 'b', 'c'];
    const all = (verdict: Verdict, more: Partial<Finding> = {}) =>
      names.map(name => finding(name, verdict, more));
    await live(0, 10, ...all('protected'));
    await live(10, 10, ...all('unknown', { cause }));
    await live(20, 10, ...all('protected'));
    expect(await titles()).toEqual([
      'Cluster one does not answer: the protection of 3 workspaces cannot be proven',
      'The protection of 3 workspaces is proven again (cluster one)',
    ]);
    const [{ message }] = await book.waiting();
    expect(message.description).toBe('a, b, c');
    expect(message.recipients).toHaveLength(3);
  });

  it('keeps the history, from when a change began', async () => {
    const { book, live } = await open();
    await live(0, 10, finding('shop', 'protected'));
    await live(10, 20, finding('shop', 'stale'));
    await live(30, 20, finding('shop', 'protected'));
    await live(50, 1);
    const minutes = (await book.history(START, START + 100 * MINUTE)).map(
      ({ at, verdict }) => [(at - START) / MINUTE, verdict],
    );
    expect(minutes).toEqual([
      [0, 'protected'],
      [10, 'stale'],
      [30, 'protected'],
      [50, undefined],
    ]);
    const later = await book.history(START + 20 * MINUTE, START + 25 * MINUTE);
    expect(later.map(({ verdict }) => verdict)).toEqual(['stale']);
  });

  it('does not take a workspace for gone while a cluster was not heard of', async () => {
    const { book } = await open();
    const findings = [finding('shop', 'protected')];
    await book.note({ findings, isWhole: true }, START);
    await book.note({ findings: [], isWhole: false }, START + MINUTE);
    expect(await book.history(START, START + MINUTE)).toHaveLength(1);
  });

  it('forgets messages that were sent', async () => {
    const { book, live } = await open();
    await live(0, 1, finding('shop', 'protected'));
    await live(1, 10, finding('shop', 'empty'));
    const [{ id: sent }] = await book.waiting();
    await book.sent(sent, START);
    expect(await book.waiting()).toEqual([]);
  });
});
