import { addAbortSignal, Readable } from 'node:stream';
import { KubeClient, KubeRequest } from '../../clusters';
import { fleetSchema } from '../../config/fleet';
import { eventually } from '../../__testUtils__';
import { BackupRecord, Interner, Kind, KINDS } from '../records';
import { KindReader } from './KindReader';
import { Pulse } from './Pulse';
import { WorkShare } from './WorkShare';

const kind = KINDS.find(({ name }) => name === 'backups') as Kind<'backups'>;

function backup(name: string, resourceVersion: string) {
  return { metadata: { name, uid: name, resourceVersion } };
}

function listOf(resourceVersion: string, ...names: string[]) {
  return JSON.stringify({
    metadata: { resourceVersion },
    items: names.map(name => backup(name, resourceVersion)),
  });
}

function line(type: string, object: object) {
  return `${JSON.stringify({ type, object })}\n`;
}

/** An API server that says one thing after the other, whatever it is asked. */
function createReader(answers: Array<string | Error>) {
  const asked: Array<KubeRequest['query']> = [];
  const held = new Map<string, BackupRecord>();
  const client: Pick<KubeClient, 'cluster' | 'open'> = {
    cluster: 'prod',
    open: async ({ query, signal }) => {
      asked.push(query);
      const answer = answers.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      return answer === undefined
        ? addAbortSignal(signal!, new Readable({ read: () => {} }))
        : Readable.from([Buffer.from(answer)]);
    },
  };
  const reader = new KindReader<'backups'>({
    kind,
    client: client as KubeClient,
    veleroNamespace: 'velero',
    fleet: fleetSchema.parse({ backoffInitial: '20ms', backoffMax: '40ms' }),
    share: new WorkShare(),
    rank: 0,
    intern: new Interner(),
    sink: {
      replace: rows => {
        held.clear();
        rows.forEach(row => held.set(row.name, row));
      },
      put: row => held.set(row.name, row),
      remove: name => held.delete(name),
    },
    pulse: new Pulse({ onChange: () => {}, onSuspicion: () => {} }),
  });
  return { reader, asked, held: () => [...held.keys()].sort() };
}

describe('KindReader', () => {
  let stop: AbortController;

  beforeEach(() => {
    stop = new AbortController();
  });

  afterEach(() => stop.abort());

  it('goes on from the newest version that it heard of', async () => {
    const { reader, asked, held } = createReader([
      listOf('10', 'a'),
      line('ADDED', backup('b', '12')) +
        line('BOOKMARK', { metadata: { resourceVersion: '20' } }),
    ]);
    void reader.run(stop.signal);
    await eventually(() => expect(asked).toHaveLength(3));
    expect(held()).toEqual(['a', 'b']);
    expect(asked.map(query => query?.resourceVersion)).toEqual([
      '0',
      '10',
      '20',
    ]);
    expect(asked[2]).toMatchObject({ watch: true, allowWatchBookmarks: true });
  });

  it('lists again when the cluster went back in time', async () => {
    const { reader, asked, held } = createReader([
      listOf('100', 'a', 'lost'),
      line('BOOKMARK', { metadata: { resourceVersion: '50' } }),
      listOf('51', 'a'),
    ]);
    void reader.run(stop.signal);
    await eventually(() => expect(held()).toEqual(['a']));
    expect(asked[2]?.watch).toBeUndefined();
    // What the server has at hand may be as old as what was given up.
    expect(asked[2]?.resourceVersion).toBeUndefined();
  });

  it('does not lose its place over a line that is broken', async () => {
    const { reader, asked, held } = createReader([
      listOf('10'),
      `${line('ADDED', backup('b', '12'))}{"type":"ADD`,
      line('ADDED', backup('c', '13')),
    ]);
    void reader.run(stop.signal);
    await eventually(() => expect(held()).toEqual(['b', 'c']));
    expect(asked[2]).toMatchObject({ watch: true, resourceVersion: '12' });
  });

  it('keeps what it has when a list breaks off', async () => {
    const { reader, held } = createReader([
      listOf('10', 'a'),
      line('ERROR', { code: 410, reason: 'Expired' }),
      listOf('20', 'a', 'b').slice(0, -10),
      listOf('20', 'a', 'b'),
    ]);
    void reader.run(stop.signal);
    await eventually(() => expect(held()).toEqual(['a']));
    await eventually(() => expect(held()).toEqual(['a', 'b']));
  });

  it('goes on where it was when it is run again', async () => {
    const { reader, asked } = createReader([listOf('10', 'a')]);
    const first = reader.run(stop.signal);
    await eventually(() => expect(reader.view().state).toBe('current'));
    stop.abort();
    await first;
    stop = new AbortController();
    void reader.run(stop.signal);
    await eventually(() => expect(asked).toHaveLength(3));
    expect(asked[2]).toMatchObject({ watch: true, resourceVersion: '10' });
  });
});
