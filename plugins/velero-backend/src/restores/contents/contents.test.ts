import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { create } from 'tar';
import { ObjectDetails } from '../preview';
import { detailsOf } from './details';
import { readTarball } from './readTarball';
import { toContents } from './toContents';

/** A tarball of these files, as chunks of awkward sizes. */
async function* tarballOf(files: Record<string, unknown>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'velero-contents-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of create({ cwd: folder }, Object.keys(files))) {
    chunks.push(chunk as Buffer);
  }
  rmSync(folder, { recursive: true });
  const whole = Buffer.concat(chunks);
  for (let at = 0; at < whole.length; at += 777) {
    yield whole.subarray(at, at + 777);
  }
}

const configMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'a', labels: { app: 'web' } },
};

describe('readTarball', () => {
  it('keeps of each object what a preview needs', async () => {
    const details = await readTarball(
      tarballOf({
        'metadata/version': '1.1.0',
        'resources/configmaps/namespaces/a/settings.json': configMap,
        'resources/configmaps/v1-preferredversion/namespaces/a/settings.json': {
          ...configMap,
          metadata: { ...configMap.metadata, labels: { app: 'copy' } },
        },
        'resources/namespaces/cluster/a.json': {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'a', labels: { tenant: 'acme' } },
        },
      }),
    );
    expect(Object.fromEntries(details)).toEqual({
      'v1/ConfigMap a/settings': { labels: { app: 'web' }, annotations: {} },
      'v1/Namespace /a': { labels: { tenant: 'acme' }, annotations: {} },
    });
  });

  it('passes over what is no object', async () => {
    const details = await readTarball(
      tarballOf({
        'resources/configmaps/namespaces/a/broken.json': '{"apiVersion":',
        'resources/configmaps/namespaces/a/null.json': 'null',
        'resources/configmaps/namespaces/a/nameless.json': {
          apiVersion: 'v1',
          kind: 'ConfigMap',
        },
        'resources/configmaps/namespaces/a/huge.json': `"${'x'.repeat(
          5 * 1024 * 1024,
        )}"`,
        'resources/configmaps/namespaces/a/settings.json': configMap,
      }),
    );
    expect([...details.keys()]).toEqual(['v1/ConfigMap a/settings']);
  });

  it('fails for what is no tarball', async () => {
    const garbage = (async function* bytes() {
      yield Buffer.alloc(2048, 'x');
    })();
    await expect(readTarball(garbage)).rejects.toThrow();
  });
});

describe('detailsOf', () => {
  it('leaves nothing of a Secret but labels, and what Velero acts on', () => {
    const details = detailsOf({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'key',
        labels: { app: 'web' },
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': 'hunter2',
          'velero.io/restore-status': 'true',
        },
      },
      data: { password: 'hunter2' },
    });
    expect(details).toEqual({
      labels: { app: 'web' },
      annotations: { 'velero.io/restore-status': 'true' },
    });
  });

  it.each<[string, object, object]>([
    [
      'a pod',
      {
        kind: 'Pod',
        spec: {
          containers: [{ image: 'web:1' }, { image: 'web:1' }],
          initContainers: [{ image: 'init:1' }],
          volumes: [{ persistentVolumeClaim: { claimName: 'data' } }, {}],
        },
        status: { phase: 'Succeeded' },
      },
      { completed: true, claims: ['data'], images: ['web:1', 'init:1'] },
    ],
    [
      'a cron job',
      {
        kind: 'CronJob',
        spec: {
          jobTemplate: {
            spec: { template: { spec: { containers: [{ image: 'a' }] } } },
          },
        },
      },
      { images: ['a'] },
    ],
    [
      'a stateful set',
      {
        kind: 'StatefulSet',
        spec: {
          template: { spec: { containers: [{ image: 'db' }] } },
          volumeClaimTemplates: [{ spec: { storageClassName: 'fast' } }],
        },
      },
      { images: ['db'], storageClasses: ['fast'] },
    ],
    [
      'a bound claim',
      {
        kind: 'PersistentVolumeClaim',
        spec: { storageClassName: 'slow', volumeName: 'pv-1' },
        status: { phase: 'Bound' },
      },
      { storageClasses: ['slow'], volume: 'pv-1' },
    ],
    [
      'a volume',
      {
        kind: 'PersistentVolume',
        spec: { persistentVolumeReclaimPolicy: 'Retain' },
      },
      { reclaimPolicy: 'Retain' },
    ],
    [
      'a finished job',
      { kind: 'Job', status: { completionTime: '2026-03-01T00:00:00Z' } },
      { completed: true },
    ],
    ['an object of nonsense', { kind: 7, metadata: 3, spec: 'x' }, {}],
  ])('reads %s', (_, object, expected) => {
    expect(detailsOf(object)).toEqual({
      labels: {},
      annotations: {},
      ...expected,
    });
  });
});

it('toContents joins lists and objects', () => {
  const contents = toContents(
    {
      digest: 'd',
      volumesRecorded: true,
      namespaces: new Map([
        ['', { objects: new Map([['v1/Namespace', ['a']]]), volumes: [] }],
        [
          'a',
          {
            objects: new Map([['v1/ConfigMap', ['settings', 'other']]]),
            volumes: [
              {
                claim: 'data',
                method: 'CSISnapshot' as const,
                moved: true,
                skipped: false,
                result: 'failed' as const,
              },
            ],
          },
        ],
      ]),
    },
    new Map<string, ObjectDetails>([
      ['v1/Namespace /a', { labels: { tenant: 'acme' }, annotations: {} }],
      ['v1/ConfigMap a/settings', { labels: {}, annotations: {} }],
    ]),
    {
      takenInTarget: false,
      belongingOf: (_, labels) => ({ tenant: labels.tenant }),
    },
  );
  expect(contents).toMatchObject({
    digest: 'd',
    takenInTarget: false,
    objects: [
      { apiKind: 'v1/Namespace', name: 'a', details: {} },
      {
        apiKind: 'v1/ConfigMap',
        namespace: 'a',
        name: 'settings',
        details: {},
      },
      { apiKind: 'v1/ConfigMap', namespace: 'a', name: 'other' },
    ],
    volumes: [{ namespace: 'a', claim: 'data', moved: true, failed: true }],
  });
  expect(contents.objects[2].details).toBeUndefined();
  expect(contents.namespaces?.get('a')).toEqual({ tenant: 'acme' });
});
