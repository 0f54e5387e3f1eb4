import { veleroCrds } from '../crds';
import type { NewKubeObject, ResourceType, WatchEvent } from '../objects';
import { StatusError, type Status } from '../status';
import { createClusterStore } from './clusterStore';

const clock = { now: () => new Date('2026-03-01T10:00:00.500Z') };

function newStore() {
  const store = createClusterStore({ crds: veleroCrds(), clock });
  store.create(namespace('velero'));
  return store;
}

function namespace(name: string): NewKubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function backup(name: string, rest: object = {}): NewKubeObject {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: { name, namespace: 'velero' },
    spec: { ttl: '24h0m0s' },
    ...rest,
  };
}

function failure(action: () => unknown): Status {
  try {
    action();
  } catch (error) {
    if (error instanceof StatusError) {
      return error.status;
    }
    throw error;
  }
  throw new Error('It should have been refused');
}

describe('createClusterStore', () => {
  let store: ReturnType<typeof newStore>;
  let backups: ResourceType;
  let configMaps: ResourceType;
  let namespaces: ResourceType;

  beforeEach(() => {
    store = newStore();
    backups = store.resourceType('backups', 'velero.io')!;
    configMaps = store.resourceType('configmaps', '')!;
    namespaces = store.resourceType('namespaces', '')!;
  });

  it("serves Velero's 13 kinds only when their CRDs are installed", () => {
    const velero = store.resourceTypes.filter(
      ({ group }) => group === 'velero.io',
    );
    expect(velero).toHaveLength(13);
    const crds = store.resourceType(
      'customresourcedefinitions',
      'apiextensions.k8s.io',
    )!;
    expect(store.list(crds)).toHaveLength(13);

    const bare = createClusterStore({ clock });
    expect(bare.resourceType('backups', 'velero.io')).toBeUndefined();
    expect(failure(() => bare.create(backup('b'))).code).toBe(404);
  });

  it('fills in what a server fills in', () => {
    const created = store.create(backup('b1'));
    expect(created.metadata).toMatchObject({
      uid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
      creationTimestamp: '2026-03-01T10:00:00Z',
      generation: 1,
      resourceVersion: String(store.revision),
    });
    expect(store.get(backups, 'b1', 'velero')).toEqual(created);
  });

  it('hands out copies', () => {
    store.create(backup('b1'));
    store.get(backups, 'b1', 'velero')!.spec.ttl = 'changed';
    expect(store.get(backups, 'b1', 'velero')!.spec.ttl).toBe('24h0m0s');
  });

  it('makes names from generateName', () => {
    const created = store.create({
      ...backup(''),
      metadata: { generateName: 'daily-', namespace: 'velero' },
    });
    expect(created.metadata.name).toMatch(/^daily-[a-z0-9]{5}$/);
  });

  it('lists in the order of namespace and name', () => {
    store.create(namespace('velero-2'));
    store.create(backup('b2'));
    store.create(backup('b1'));
    store.create({
      ...backup('b0'),
      metadata: { name: 'b0', namespace: 'velero-2' },
    });
    const names = (space?: string) =>
      store.list(backups, space).map(({ metadata }) => metadata.name);
    expect(names('velero')).toEqual(['b1', 'b2']);
    // '-' sorts before '/', as in etcd
    expect(names()).toEqual(['b0', 'b1', 'b2']);
  });

  it('refuses duplicates, missing namespaces and unknown objects', () => {
    store.create(backup('b1'));
    expect(failure(() => store.create(backup('b1')))).toMatchObject({
      code: 409,
      reason: 'AlreadyExists',
      message: 'backups.velero.io "b1" already exists',
    });
    expect(
      failure(() =>
        store.create({
          ...backup('b1'),
          metadata: { name: 'b1', namespace: 'nowhere' },
        }),
      ),
    ).toMatchObject({ code: 404, message: 'namespaces "nowhere" not found' });
    expect(failure(() => store.delete(backups, 'x', 'velero'))).toMatchObject({
      code: 404,
      message: 'backups.velero.io "x" not found',
    });
  });

  it('names every wrong field', () => {
    const status = failure(() =>
      store.create(
        backup('Not_A_Name', {
          spec: { ttl: 3, includedNamespaces: 'all' },
          status: { phase: 'Perfect' },
        }),
      ),
    );
    expect(status).toMatchObject({ code: 422, reason: 'Invalid' });
    expect(status.details?.causes?.map(({ field }) => field)).toEqual([
      'metadata.name',
      'spec.includedNamespaces',
      'spec.ttl',
      'status.phase',
    ]);
    expect(status.message).toContain(
      'spec.ttl: Invalid value: "integer": spec.ttl in body must be of type string: "integer"',
    );
    expect(status.message).toContain(
      'status.phase: Unsupported value: "Perfect": supported values: "New",',
    );
  });

  it('prunes what the schema does not know, and tells', () => {
    const heard: string[] = [];
    const created = store.create(
      backup('b1', { spec: { ttl: '1h0m0s', colour: 'red' }, extra: 1 }),
      { onUnknownFields: paths => heard.push(...paths) },
    );
    expect(created.spec).toEqual({ ttl: '1h0m0s' });
    expect(created.extra).toBeUndefined();
    expect(heard).toEqual(['extra', 'spec.colour']);
  });

  it('keeps what the schema preserves, and fills in defaults', () => {
    const location = store.create({
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: { name: 'default', namespace: 'velero' },
      spec: {
        provider: 'aws',
        objectStorage: { bucket: 'b' },
        credential: { key: 'cloud' },
      },
    });
    expect(location.spec.credential).toEqual({ key: 'cloud', name: '' });
  });

  it('takes a forged status, as there is no status subresource', () => {
    const forged = store.create(
      backup('b1', { status: { phase: 'Completed' } }),
    );
    expect(forged.status).toEqual({ phase: 'Completed' });
  });

  describe('update', () => {
    it('refuses a stale version and counts generations', () => {
      const first = store.create(backup('b1'));
      const second = store.update({ ...first, spec: { ttl: '2h0m0s' } });
      expect(second.metadata.generation).toBe(2);
      expect(failure(() => store.update(first))).toMatchObject({
        code: 409,
        reason: 'Conflict',
      });
    });

    it('writes nothing when nothing changes', () => {
      const first = store.create(backup('b1'));
      const again = store.update(first);
      expect(again.metadata.resourceVersion).toBe(
        first.metadata.resourceVersion,
      );
    });

    it('modify reads, changes and writes', () => {
      store.create(backup('b1'));
      store.modify(backups, 'b1', 'velero', object => {
        object.status = { phase: 'InProgress' };
      });
      expect(store.get(backups, 'b1', 'velero')!.status.phase).toBe(
        'InProgress',
      );
    });
  });

  describe('delete', () => {
    it('waits for finalizers', () => {
      store.create({
        ...backup('b1'),
        metadata: { name: 'b1', namespace: 'velero', finalizers: ['a.b/c'] },
      });
      store.delete(backups, 'b1', 'velero');
      const marked = store.get(backups, 'b1', 'velero')!;
      expect(marked.metadata.deletionTimestamp).toBe('2026-03-01T10:00:00Z');

      store.modify(backups, 'b1', 'velero', object => {
        object.metadata.finalizers = [];
      });
      expect(store.get(backups, 'b1', 'velero')).toBeUndefined();
    });

    it('of a namespace deletes what is in it', () => {
      store.create(backup('b1'));
      const events: string[] = [];
      store.subscribe(namespaces, ({ type, object }) =>
        events.push(`${type} ${object.status.phase}`),
      );
      store.delete(namespaces, 'velero');
      expect(store.get(backups, 'b1', 'velero')).toBeUndefined();
      expect(store.get(namespaces, 'velero')).toBeUndefined();
      expect(events).toEqual(['MODIFIED Terminating', 'DELETED Terminating']);
    });

    it('of a namespace waits for finalizers in it, and refuses newcomers', () => {
      store.create({
        ...backup('b1'),
        metadata: { name: 'b1', namespace: 'velero', finalizers: ['a.b/c'] },
      });
      store.delete(namespaces, 'velero');
      expect(failure(() => store.create(backup('b2')))).toMatchObject({
        code: 403,
        message: expect.stringContaining('because it is being terminated'),
      });
      store.modify(backups, 'b1', 'velero', object => {
        object.metadata.finalizers = [];
      });
      expect(store.get(namespaces, 'velero')).toBeUndefined();
    });

    it('collects dependents, and spares those with another owner', () => {
      const owner = store.create(backup('b1'));
      const other = store.create(backup('b2'));
      const ownedBy = (...owners: (typeof owner)[]) =>
        owners.map(({ apiVersion, kind, metadata: { name, uid } }) => ({
          apiVersion,
          kind,
          name,
          uid,
        }));
      const configMap = (name: string, ...owners: (typeof owner)[]) =>
        store.create({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name,
            namespace: 'velero',
            ownerReferences: ownedBy(...owners),
          },
        });
      configMap('only', owner);
      configMap('shared', owner, other);

      store.delete(backups, 'b1', 'velero');
      expect(store.get(configMaps, 'only', 'velero')).toBeUndefined();
      expect(
        store.get(configMaps, 'shared', 'velero')!.metadata.ownerReferences,
      ).toEqual(ownedBy(other));
    });
  });

  describe('subscribe', () => {
    it('tells of changes in order, even of those made by a listener', () => {
      const events: string[] = [];
      store.subscribe(backups, ({ type, object }) => {
        if (type === 'ADDED') {
          store.modify(backups, object.metadata.name, 'velero', changed => {
            changed.status = { phase: 'New' };
          });
        }
      });
      const stop = store.subscribe(backups, ({ type, object }: WatchEvent) =>
        events.push(`${type} ${object.status?.phase}`),
      );
      store.create(backup('b1'));
      store.delete(backups, 'b1', 'velero');
      stop();
      store.create(backup('b2'));
      expect(events).toEqual([
        'ADDED undefined',
        'MODIFIED New',
        'DELETED New',
      ]);
    });
  });

  describe('history', () => {
    it('shows a collection as it was, until it is compacted', () => {
      const { metadata } = store.create(backup('b1'));
      store.create(backup('b2'));
      store.delete(backups, 'b1', 'velero');
      const collection = store.collection(backups);
      const then = Number(metadata.resourceVersion);
      expect(collection.at(then)!.map(({ name }) => name)).toEqual(['b1']);
      expect(collection.in().map(({ name }) => name)).toEqual(['b2']);

      store.compact();
      expect(collection.at(then)).toBeUndefined();
    });
  });
});
