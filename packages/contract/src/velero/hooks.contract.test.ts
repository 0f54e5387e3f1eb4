import { gunzipSync } from 'node:zlib';
import { uniqueName } from '../world/world';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(2 * PATIENCE_MS);

describe('Velero: a backup with a hook that cannot run', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
  });
  afterAll(() => world.close());

  /** A pod with a hook, and a volume that is to be saved, on no node. */
  async function pod(annotations: Record<string, string> = {}) {
    const namespace = uniqueName('ws');
    await cluster.namespace(namespace);
    await cluster.create(`/api/v1/namespaces/${namespace}/pods`, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'db',
        annotations: {
          'backup.velero.io/backup-volumes': 'data',
          'pre.hook.backup.velero.io/command': '["/bin/true"]',
          ...annotations,
        },
      },
      spec: {
        // no scheduler knows it: it stays on no node
        schedulerName: 'nobody',
        containers: [
          {
            name: 'db',
            image: 'db',
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [{ name: 'data', emptyDir: {} }],
      },
    });
    const { metadata, status } = await cluster.backup(uniqueName('hook'), {
      includedNamespaces: [namespace],
    });
    return { namespace, name: metadata.name, status };
  }

  async function tarballHolds(backup: string, file: string): Promise<boolean> {
    const { body } = await cluster.download('BackupContents', backup);
    return gunzipSync(body).includes(file);
  }

  it('ends partially failed, and holds the pod', async () => {
    const { namespace, name, status } = await pod();
    expect(status).toMatchObject({
      phase: 'PartiallyFailed',
      errors: 1,
      warnings: 1,
      hookStatus: { hooksAttempted: 1, hooksFailed: 1 },
    });
    expect(await cluster.evidence('BackupResults', name)).toEqual({
      errors: {
        velero: [
          ' message: /Error executing hook error: /pod db does not have a host assigned',
        ],
      },
      warnings: {
        namespaces: {
          [namespace]: [
            ` resource: /pods name: /db message: /Skip pod volume data error: /pod is not scheduled, name=db, namespace=${namespace}, phase=Pending`,
          ],
        },
      },
    });
    expect(
      await tarballHolds(
        name,
        `resources/pods/namespaces/${namespace}/db.json`,
      ),
    ).toBe(true);
  });

  it('lists the pod and does not hold it, when the hook must not fail', async () => {
    const { namespace, name, status } = await pod({
      'pre.hook.backup.velero.io/on-error': 'Fail',
    });
    expect(status).toMatchObject({ phase: 'PartiallyFailed', errors: 2 });
    const list = await cluster.evidence('BackupResourceList', name);
    expect(list['v1/Pod']).toEqual([`${namespace}/db`]);
    expect(
      await tarballHolds(
        name,
        `resources/pods/namespaces/${namespace}/db.json`,
      ),
    ).toBe(false);
  });
});
