import { gunzipSync } from 'node:zlib';
import { WatchStream } from '../wire/watchStream';
import { uniqueName } from '../world/world';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(2 * PATIENCE_MS);

describe('Velero: restores', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;
  const namespace = uniqueName('ws');
  const backup = uniqueName('backup');

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
    await cluster.namespace(namespace, { tenant: 'acme' });
    await cluster.configMap(namespace, 'settings', { colour: 'blue' });
    await cluster.configMap(namespace, 'same', { a: '1' });
    await cluster.create(`/api/v1/namespaces/${namespace}/services`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'shop' },
      spec: { ports: [{ port: 80 }] },
    });
    await cluster.backup(backup, { includedNamespaces: [namespace] });
  });
  afterAll(() => world.close());

  const configMap = (name: string, where = namespace) =>
    `/api/v1/namespaces/${where}/configmaps/${name}`;

  async function restore(spec: object = {}) {
    const { metadata, ...rest } = await cluster.restore(uniqueName('restore'), {
      backupName: backup,
      ...spec,
    });
    const { name } = metadata;
    return { name, metadata, ...rest };
  }

  const outcome = (name: string) =>
    cluster.evidence('RestoreResourceList', name);

  async function change(): Promise<void> {
    const { status } = await cluster.wire.mergePatch(configMap('settings'), {
      data: { colour: 'red' },
    });
    expect(status).toBe(200);
  }

  it('into a namespace that lives skip what is the same, and warn of what differs', async () => {
    await change();
    const { name, status, spec, metadata } = await restore();
    expect(status.phase).toBe('Completed');
    expect(spec.excludedResources).toEqual([
      'nodes',
      'events',
      'events.events.k8s.io',
      'backups.velero.io',
      'restores.velero.io',
      'resticrepositories.velero.io',
      'csinodes.storage.k8s.io',
      'volumeattachments.storage.k8s.io',
      'backuprepositories.velero.io',
    ]);
    expect(metadata.finalizers).toEqual([
      'restores.velero.io/external-resources-finalizer',
    ]);
    const list = await outcome(name);
    expect(list['v1/ConfigMap']).toContain(`${namespace}/same(skipped)`);
    expect(list['v1/ConfigMap']).toContain(`${namespace}/settings(failed)`);
    // Kinds that Velero's actions read into types never count as the same.
    expect(list['v1/Service']).toEqual([`${namespace}/shop(failed)`]);
    expect(list['v1/Namespace']).toBeUndefined();
    const { warnings, errors } = await cluster.evidence('RestoreResults', name);
    expect(errors).toEqual({});
    expect(warnings.namespaces[namespace]).toContain(
      'could not restore, ConfigMap:settings already exists. Warning: the in-cluster version is different than the backed-up version',
    );
    const { data } = await cluster.find(configMap('settings'));
    expect(data).toEqual({ colour: 'red' });
  });

  it('with the policy none do the same', async () => {
    await change();
    const { name } = await restore({ existingResourcePolicy: 'none' });
    const list = await outcome(name);
    expect(list['v1/ConfigMap']).toContain(`${namespace}/settings(failed)`);
    const { data } = await cluster.find(configMap('settings'));
    expect(data).toEqual({ colour: 'red' });
  });

  it('with the policy update change what differs', async () => {
    await change();
    const { name } = await restore({ existingResourcePolicy: 'update' });
    const list = await outcome(name);
    expect(list['v1/ConfigMap']).toContain(`${namespace}/settings(updated)`);
    expect(list['v1/ConfigMap']).toContain(`${namespace}/same(skipped)`);
    expect(list['v1/Service']).toEqual([`${namespace}/shop(updated)`]);
    const { data, metadata } = await cluster.find(configMap('settings'));
    expect(data).toEqual({ colour: 'blue' });
    expect(metadata.labels).toMatchObject({
      'velero.io/backup-name': backup,
      'velero.io/restore-name': name,
    });
  });

  it('with a mapping go to another namespace', async () => {
    const target = uniqueName('drill');
    const { name, status } = await restore({
      namespaceMapping: { [namespace]: target },
    });
    expect(status.phase).toBe('Completed');
    const list = await outcome(name);
    expect(list['v1/Namespace']).toEqual([`${target}(created)`]);
    expect(list['v1/ConfigMap']).toContain(`${target}/settings(created)`);
    // What the new namespace got by itself is there already, and in the way.
    expect(list['v1/ConfigMap']).toContain(
      `${target}/kube-root-ca.crt(failed)`,
    );
    const { data } = await cluster.find(configMap('settings', target));
    expect(data).toEqual({ colour: 'blue' });
    // Their log names objects as they were backed up.
    const log = gunzipSync((await cluster.download('RestoreLog', name)).body);
    expect(log.toString()).toMatch(
      new RegExp(
        `msg="Attempting to restore ConfigMap: settings\\.".* namespace="?${namespace}"? original name="?settings`,
      ),
    );
    await cluster.deleteNamespace(target);
  });

  it('by a selector bring back what it selects', async () => {
    const target = uniqueName('drill');
    const { name } = await restore({
      namespaceMapping: { [namespace]: target },
      includedResources: ['configmaps'],
      labelSelector: { matchLabels: { no: 'such' } },
    });
    expect((await outcome(name))['v1/ConfigMap']).toBeUndefined();
  });

  it('with modifiers change objects on the way', async () => {
    const target = uniqueName('drill');
    const rules = uniqueName('rules');
    await cluster.configMap('velero', rules, {
      'rules.yaml': [
        'version: v1',
        'resourceModifierRules:',
        '- conditions: { groupResource: configmaps, resourceNameRegex: "^settings$" }',
        '  patches:',
        '  - { operation: replace, path: /data/colour, value: green }',
      ].join('\n'),
    });
    const { status } = await restore({
      namespaceMapping: { [namespace]: target },
      resourceModifier: { kind: 'ConfigMap', name: rules },
    });
    expect(status.phase).toBe('Completed');
    const { data } = await cluster.find(configMap('settings', target));
    expect(data).toEqual({ colour: 'green' });
    await cluster.deleteNamespace(target);
  });

  it('into nothing create everything, and the namespace as it was', async () => {
    await cluster.deleteNamespace(namespace);
    const { name, status } = await restore();
    expect(status.phase).toBe('Completed');
    const list = await outcome(name);
    expect(list['v1/Namespace']).toEqual([`${namespace}(created)`]);
    expect(list['v1/ConfigMap']).toEqual(
      expect.arrayContaining([
        `${namespace}/same(created)`,
        `${namespace}/settings(created)`,
      ]),
    );
    const { metadata } = await cluster.find(`/api/v1/namespaces/${namespace}`);
    expect(metadata.labels).toMatchObject({ tenant: 'acme' });
    const entries = Object.values<string[]>(list).flat();
    expect(status.progress).toEqual({
      totalItems: entries.length,
      itemsRestored: entries.length,
    });
  });

  it('that are deleted take their files with them', async () => {
    const { name } = await restore();
    await cluster.wire.delete(cluster.path('restores', name));
    await cluster.gone(cluster.path('restores', name));
    // Another of its name has the same address, and nothing is there any more.
    await cluster.createVelero('restores', 'Restore', {
      metadata: { name },
      spec: { backupName: backup },
      status: { phase: 'Completed' },
    });
    const { status } = await cluster.download('RestoreResults', name);
    expect(status).toBe(404);
  });

  it('run one at a time: those that wait have no status', async () => {
    const { body } = await cluster.wire.get(cluster.path('restores'));
    const watch = await WatchStream.open(
      cluster.wire,
      `${cluster.path('restores')}?watch=1&resourceVersion=${
        body.metadata.resourceVersion
      }`,
    );
    const names = [uniqueName('restore'), uniqueName('restore')];
    for (const name of names) {
      await cluster.createVelero('restores', 'Restore', {
        metadata: { name },
        spec: { backupName: backup },
      });
    }
    const phases = new Map<string, string | undefined>();
    const seen: Array<Array<string | undefined>> = [];
    const isOver = () => names.every(name => phases.get(name) === 'Completed');
    while (!isOver()) {
      const { metadata, status } = (await watch.next())!.object;
      phases.set(metadata.name, status?.phase);
      seen.push(names.map(name => phases.get(name)));
    }
    watch.close();
    expect(seen).toContainEqual(['InProgress', undefined]);
    expect(seen).not.toContainEqual(['InProgress', 'InProgress']);
  });

  it.each([
    [
      { backupName: undefined },
      /^Either a backup or schedule must be specified/,
    ],
    [
      { scheduleName: 'daily' },
      /^Either a backup or schedule must be specified/,
    ],
    [
      { backupName: 'nothing' },
      /^Error retrieving backup: can't find backup velero\/nothing: .*"nothing" not found$/,
    ],
    [
      { backupName: undefined, scheduleName: 'nothing' },
      /^No backups found for schedule$/,
    ],
    [{ includedResources: ['nodes'] }, /^nodes are non-restorable resources$/],
    [
      { existingResourcePolicy: 'replace' },
      /^Invalid ExistingResourcePolicy: replace$/,
    ],
    [
      { includedNamespaces: ['a'], excludedNamespaces: ['a'] },
      /^Invalid included\/excluded namespace lists: excludes list cannot contain an item in the includes list: a$/,
    ],
    [
      { labelSelector: {}, orLabelSelectors: [{}] },
      /^encountered labelSelector as well as orLabelSelectors in restore spec, only one can be specified$/,
    ],
    [
      { resourceModifier: { kind: 'ConfigMap', name: 'nowhere' } },
      /^failed to get resource modifiers configmap velero\/nowhere$/,
    ],
  ])('are refused with %j', async (spec, problem) => {
    const { status } = await restore(spec);
    expect(status.phase).toBe('FailedValidation');
    expect(status.validationErrors[0]).toMatch(problem);
  });
});
