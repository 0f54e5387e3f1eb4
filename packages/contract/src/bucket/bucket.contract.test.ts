import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE_MS } from '../velero/VeleroCluster';
import { eventually } from '../wire/eventually';
import { uniqueName } from '../world/world';
import { guidesPolicy } from './__testUtils__/guidesPolicy';
import { Road } from './__testUtils__/Road';
import { seeErrorsOfNode } from './__testUtils__/seeErrorsOfNode';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { BucketWorld, openBucketWorld } from './bucketWorld';

jest.setTimeout(3 * PATIENCE_MS);
seeErrorsOfNode();

/** As many as S3 lists at once. */
const PAGE = 1000;

describe('A bucket of Velero, read without one', () => {
  let world: BucketWorld;
  const namespace = uniqueName('ws');
  const prefix = uniqueName('bucket');
  const backups = [uniqueName('backup'), uniqueName('backup')].sort();

  const config = (more: object = {}) => {
    const { endpoint, region, bucket, accessKeyId, secretAccessKey } = world;
    return {
      ...{ name: 'dr', endpoint, region, bucket, prefix },
      ...{ accessKeyId, secretAccessKey, every: '200ms' },
      ...more,
    };
  };

  beforeAll(async () => {
    world = await openBucketWorld();
    const { velero } = world;
    await velero.location(prefix);
    await velero.namespace(namespace);
    await velero.configMap(namespace, 'settings', { colour: 'blue' });
    for (const backup of backups) {
      await velero.backup(backup, {
        includedNamespaces: [namespace],
        storageLocation: prefix,
      });
    }
    // Before any backup, which are on the second page then, and of no name that one could have.
    await world.litter(
      Array.from({ length: PAGE }, (_, i) => `${prefix}/backups/_/file-${i}`),
    );
  });
  afterAll(async () => {
    await world.removeAll(`${prefix}/backups/_/`);
    await world.close();
  });

  describe('by a portal that knows no cluster', () => {
    let road: Road;
    let portal: Portal;
    beforeAll(async () => {
      road = await Road.open(world.endpoint);
      portal = await startPortal([config({ endpoint: road.url })]);
    });
    afterAll(async () => {
      await portal.stop();
      await road.close();
    });

    const lists = () =>
      road.passages.filter(({ url }) => url.searchParams.has('list-type'));
    const files = () =>
      road.passages
        .filter(({ url }) => !url.searchParams.has('list-type'))
        .map(({ url }) => url.pathname);

    it('shows all its backups', async () => {
      const { items } = await eventually(
        'the backups to appear',
        () => portal.get('/backups'),
        answer => answer?.items.length >= backups.length,
      );
      expect(items.map(({ name }: any) => name).sort()).toEqual(backups);
      expect(items).toContainEqual(
        expect.objectContaining({
          cluster: 'dr',
          phase: 'Completed',
          onlyInBucket: true,
        }),
      );
    });

    it('shows what they hold, and their logs', async () => {
      const held = await eventually(
        'the contents to be read',
        () => portal.get(`/backups/dr/${backups[0]}/contents`),
        answer => answer?.evidence.state === 'read',
      );
      expect(held.namespaces).toContainEqual(
        expect.objectContaining({
          namespace,
          kinds: expect.arrayContaining([{ kind: 'v1/ConfigMap', count: 2 }]),
        }),
      );
      const log = await portal.get(`/backups/dr/${backups[0]}/logs`);
      expect(log.lines.length).toBeGreaterThan(0);
    });

    it('shows the workspace that was lost with its cluster', async () => {
      const { items } = await eventually(
        'the workspace to appear',
        () => portal.get('/workspaces'),
        answer => answer?.items.length > 0,
      );
      expect(items).toMatchObject([{ id: namespace, clusters: ['dr'] }]);
    });

    it('lists page by page', async () => {
      const tokens = lists().map(({ url }) =>
        url.searchParams.has('continuation-token'),
      );
      expect(tokens.slice(0, 2)).toEqual([false, true]);
    });

    it('reads no metadata twice', async () => {
      const looks = lists().length;
      await eventually(
        'the bucket to be listed again',
        async () => lists().length,
        length => length >= looks + 4,
      );
      const metadata = files().filter(path => path.endsWith('backup.json'));
      expect(metadata).toHaveLength(backups.length);
    });

    it('asks for nothing that the policy of the guide does not allow', async () => {
      const allows = guidesPolicy(world.bucket, prefix);
      expect(road.passages.filter(passage => !allows(passage))).toEqual([]);
    });

    it('could not read a tarball by that policy, and does not', async () => {
      const key = `${prefix}/backups/${backups[0]}/${backups[0]}.tar.gz`;
      const url = new URL(`/${world.bucket}/${key}`, world.endpoint);
      const allows = guidesPolicy(world.bucket, prefix);
      expect(allows({ method: 'GET', url })).toBe(false);
      expect(files()).not.toContain(url.pathname);
    });
  });

  describe('in vain', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bucket-contract-'));
    const caFile = join(folder, 'ca.crt');
    let road: Road;
    let portal: Portal;

    beforeAll(async () => {
      const sealed = await Road.sealed(world.endpoint);
      road = sealed.road;
      writeFileSync(caFile, sealed.ca);
      portal = await startPortal([
        config({ name: 'secret', secretAccessKey: 'wrong' }),
        config({ name: 'key', accessKeyId: 'WRONG' }),
        config({ name: 'bucket', bucket: 'no-such-bucket' }),
        config({ name: 'folder', prefix: 'no-such-folder' }),
        config({ name: 'untrusted', endpoint: road.url }),
        config({ name: 'trusted', endpoint: road.url, caFile }),
        config({ name: 'deserted', endpoint: 'http://127.0.0.1:1' }),
      ]);
    });
    afterAll(async () => {
      await portal.stop();
      await road.close();
      rmSync(folder, { recursive: true });
    });

    const find = async (wanted: string) => {
      const { buckets } = await eventually(
        'all buckets to have been looked at',
        () => portal.get('/overview'),
        answer =>
          answer?.buckets.every(({ state }: any) => state !== 'connecting'),
      );
      return buckets.find(({ cluster }: any) => cluster === wanted);
    };

    it.each([
      ['secret', / refuses to be read \(403 Sig/, /secretAccessKey/],
      ['key', / refuses to be read \(/, /accessKeyId/],
      ['bucket', / answers 404 NoSuchBucket\.$/, /Check bucket/],
      ['untrusted', / is not trusted \(\w+\)/, /caFile/],
      ['deserted', / cannot be reached .*\(ECONN/, /endpoint/],
    ])('says what is wrong: %s', async (name, message, hint) => {
      expect(await find(name)).toMatchObject({
        state: 'unreachable',
        problems: [
          {
            message: expect.stringMatching(message),
            hint: expect.stringMatching(hint),
          },
        ],
      });
    });

    it('trusts the authority that is configured', async () => {
      expect(await find('trusted')).toMatchObject({
        state: 'live',
        problems: [],
        counts: { backups: backups.length },
      });
    });

    it('finds a folder empty that nobody wrote to', async () => {
      expect(await find('folder')).toMatchObject({
        state: 'live',
        counts: { backups: 0 },
      });
    });
  });
});
