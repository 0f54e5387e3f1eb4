import { isSynced, readBackup, takenAt } from './backup';
import { Interner } from './Interner';
import { readStorageLocation, storageKey } from './locations';
import { readNamespace } from './namespace';
import { Raw } from './Raw';

const context = () => ({ cluster: 'prod', intern: new Interner() });

const backup = (object: unknown) => readBackup(new Raw(object), context());

const location = (spec: object, status: object = {}) =>
  readStorageLocation(new Raw({ metadata: { name: 'l' }, spec, status }), {
    ...context(),
  });

describe('records', () => {
  it('keep what the domain uses of a backup', () => {
    const record = backup({
      metadata: {
        name: 'daily-1',
        uid: 'u',
        creationTimestamp: '2026-03-01T02:00:00Z',
        labels: { 'velero.io/schedule-name': 'daily' },
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
          kept: 'yes',
        },
        managedFields: [{ manager: 'velero' }],
      },
      spec: { storageLocation: 'main', includedNamespaces: ['a'] },
      status: {
        phase: 'PartiallyFailed',
        startTimestamp: '2026-03-01T02:00:05Z',
        completionTimestamp: '2026-03-01T02:05:00Z',
        expiration: '2026-03-31T02:00:00Z',
        progress: { totalItems: 7, itemsBackedUp: 6 },
        warnings: 1,
        errors: 2,
        failureReason: 'no space',
        validationErrors: ['bad'],
      },
    });
    expect(record).toEqual({
      cluster: 'prod',
      name: 'daily-1',
      uid: 'u',
      createdAt: Date.parse('2026-03-01T02:00:00Z'),
      labels: { 'velero.io/schedule-name': 'daily' },
      annotations: { kept: 'yes' },
      deleting: false,
      spec: { storageLocation: 'main', includedNamespaces: ['a'] },
      schedule: 'daily',
      phase: 'PartiallyFailed',
      storageLocation: 'main',
      startedAt: Date.parse('2026-03-01T02:00:05Z'),
      completedAt: Date.parse('2026-03-01T02:05:00Z'),
      expiresAt: Date.parse('2026-03-31T02:00:00Z'),
      itemsBackedUp: 6,
      totalItems: 7,
      warnings: 1,
      errors: 2,
      failures: ['no space', 'bad'],
      isUntouched: false,
    });
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{ metadata: [], spec: 7, status: 'Completed' }],
    [
      {
        metadata: { name: 7, labels: { a: 1 }, creationTimestamp: 'soon' },
        status: { phase: {}, errors: 'many', validationErrors: [1, {}] },
      },
    ],
  ])('survive what is no backup: %j', object => {
    expect(backup(object)).toMatchObject({
      name: '',
      createdAt: 0,
      labels: {},
      phase: '',
      errors: 0,
      failures: [],
    });
  });

  it('know a backup that came out of the bucket by its late creation', () => {
    const at = (creationTimestamp: string, status: object) =>
      backup({ metadata: { creationTimestamp }, status });
    const made = at('2026-03-01T02:00:00Z', {
      startTimestamp: '2026-03-01T02:00:01Z',
      completionTimestamp: '2026-03-01T02:00:03Z',
    });
    const synced = at('2026-03-02T00:00:00Z', {
      startTimestamp: '2026-03-01T02:00:01Z',
      completionTimestamp: '2026-03-01T02:00:03Z',
    });
    const running = at('2026-03-01T02:00:00Z', {});
    expect([made, synced, running].map(isSynced)).toEqual([false, true, false]);
    expect(takenAt(synced)).toBe(Date.parse('2026-03-01T02:00:01Z'));
    expect(takenAt(running)).toBe(Date.parse('2026-03-01T02:00:00Z'));
  });

  it('know the copy of a backup that took no second by its having been written once', () => {
    const ofOneSecond = (generation: number) =>
      backup({
        metadata: { creationTimestamp: '2026-03-01T02:00:00Z', generation },
        status: {
          startTimestamp: '2026-03-01T02:00:00Z',
          completionTimestamp: '2026-03-01T02:00:00Z',
        },
      });
    expect(isSynced(ofOneSecond(8))).toBe(false);
    expect(isSynced(ofOneSecond(1))).toBe(true);
  });

  it('share equal specs and labels, and let nobody change them', () => {
    const shared = context();
    const one = (name: string) =>
      readBackup(
        new Raw({
          metadata: { name, labels: { a: 'b' } },
          spec: { includedNamespaces: ['x'] },
        }),
        shared,
      );
    const [first, second] = [one('1'), one('2')];
    expect(second.spec).toBe(first.spec);
    expect(second.labels).toBe(first.labels);
    expect(() => first.spec.includedNamespaces!.push('y')).toThrow(TypeError);
  });

  it('take the default phase of a location for nothing before its first validation', () => {
    const spec = { provider: 'aws' };
    expect(location(spec, { phase: 'Unavailable' }).phase).toBe('');
    expect(
      location(spec, {
        phase: 'Unavailable',
        lastValidationTime: '2026-03-01T00:00:00Z',
      }).phase,
    ).toBe('Unavailable');
  });

  it('know one storage through differently written locations', () => {
    const key = (spec: object) => storageKey(location(spec));
    const one = {
      provider: 'aws',
      objectStorage: { bucket: 'b', prefix: 'p' },
      config: { s3Url: 'https://s3.example' },
    };
    expect(
      key({
        provider: 'velero.io/aws',
        objectStorage: { bucket: 'b', prefix: '/p/' },
        config: { s3Url: 'https://s3.example/', region: 'x' },
      }),
    ).toBe(key(one));
    for (const other of [
      { ...one, objectStorage: { bucket: 'b' } },
      { ...one, objectStorage: { bucket: 'c', prefix: 'p' } },
      { ...one, config: {} },
      { ...one, provider: 'gcp' },
    ]) {
      expect(key(other)).not.toBe(key(one));
    }
  });

  it('see a namespace that is going', () => {
    const namespace = (object: object) =>
      readNamespace(new Raw(object), context()).terminating;
    expect(namespace({ metadata: { name: 'a' } })).toBe(false);
    expect(namespace({ status: { phase: 'Terminating' } })).toBe(true);
    expect(
      namespace({ metadata: { deletionTimestamp: '2026-03-01T00:00:00Z' } }),
    ).toBe(true);
  });
});
