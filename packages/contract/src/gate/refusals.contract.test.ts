import { PATIENCE_MS } from '../velero/VeleroCluster';
import { Restore } from './__testUtils__/Portal';
import { nameOf, restoreOf, useShops, workspace } from './__testUtils__/shops';

jest.setTimeout(2 * PATIENCE_MS);

describe('The gate: refused at once', () => {
  const shops = useShops('shop');

  /** What stands in the way, with what to do instead. */
  async function obstacle(restore: Restore): Promise<string> {
    const { obstacles } = await shops.portal.preview(restore);
    expect(obstacles).toHaveLength(1);
    expect(obstacles[0].hint).toBeTruthy();
    const { status, body } = await shops.portal.file(restore);
    expect(status).toBe(422);
    expect(body.error.message).toContain(obstacles[0].message);
    return obstacles[0].message;
  }

  /** What the policy says to a restore that would work. */
  async function refusal(restore: Restore): Promise<string> {
    const { obstacles } = await shops.portal.preview(restore);
    expect(obstacles).toEqual([]);
    const { status, body } = await shops.portal.file(restore);
    expect(status).toBe(422);
    return body.error.message;
  }

  const from = (backupName: string) => restoreOf(shops, 'shop', { backupName });

  it('is what nobody could ever approve', async () => {
    const { one } = shops.world;
    const name = nameOf(shops, 'orphan');
    const { labels, annotations } = workspace(name, 'acme', 'of-nobody');
    await one.namespace(name, labels, annotations);
    await one.configMap(name, 'other');
    expect(
      await refusal(
        restoreOf(shops, 'shop', {
          namespaceMapping: { [nameOf(shops, 'shop')]: name },
        }),
      ),
    ).toMatch(/could never be approved/);
  });

  it('is one tenant in the namespace of another', async () => {
    const { one } = shops.world;
    const name = nameOf(shops, 'bank');
    const { labels, annotations } = workspace(name, 'bank');
    await one.namespace(name, labels, annotations);
    expect(
      await refusal(
        restoreOf(shops, 'shop', {
          namespaceMapping: { [nameOf(shops, 'shop')]: name },
        }),
      ),
    ).toMatch(/policy refuses.*tenant/);
  });

  it('is a backup that failed', async () => {
    const { one } = shops.world;
    const name = nameOf(shops, 'failed');
    const { status } = await one.backup(name, {
      labelSelector: { matchLabels: { a: 'b' } },
      orLabelSelectors: [{ matchLabels: { a: 'b' } }],
    });
    expect(status.phase).toBe('FailedValidation');
    expect(await obstacle(from(name))).toMatch(/FailedValidation/);
  });

  it('is a backup that has expired', async () => {
    const { one } = shops.world;
    const name = nameOf(shops, 'expired');
    await one.backup(name, { includedNamespaces: [nameOf(shops, 'shop')] });
    await one.wire.mergePatch(one.path('backups', name), {
      status: { expiration: '2026-01-01T00:00:00Z' },
    });
    expect(await obstacle(from(name))).toMatch(/expired/);
  });

  it('is a backup whose storage is not available', async () => {
    const { one } = shops.world;
    const name = nameOf(shops, 'lost');
    const path = one.path('backupstoragelocations', name);
    await one.location(name);
    await one.backup(name, {
      includedNamespaces: [nameOf(shops, 'shop')],
      storageLocation: name,
    });
    await one.wire.mergePatch(path, {
      spec: { objectStorage: { bucket: 'no-such-bucket' } },
    });
    await one.until(
      path,
      'to be Unavailable',
      it => it.status?.phase === 'Unavailable',
    );
    expect(await obstacle(from(name))).toMatch(/not available|unavailable/i);
  });

  it('is a resource modifier that is not there', async () => {
    expect(
      await obstacle(
        restoreOf(shops, 'shop', {
          resourceModifier: { kind: 'ConfigMap', name: 'missing' },
        }),
      ),
    ).toMatch(/missing/);
  });
});
