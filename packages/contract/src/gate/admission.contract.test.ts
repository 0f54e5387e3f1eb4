import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { PATIENCE_MS, VeleroCluster } from '../velero/VeleroCluster';
import { eventually } from '../wire/eventually';
import { Wire } from '../wire/wire';
import {
  configMapPath,
  nameOf,
  restoreOf,
  useShops,
} from './__testUtils__/shops';

jest.setTimeout(2 * PATIENCE_MS);

const POLICY = join(
  dirname(require.resolve('@appgear/velero-contract/package.json')),
  '../../deploy/restore-gate.yaml',
);
const POLICIES = '/apis/admissionregistration.k8s.io/v1';
const VELERO = 'system:serviceaccount:velero:velero';
const PORTAL = 'system:serviceaccount:velero:backstage-velero';

/** The sandbox has no admission policies: only real servers can decide this. */
const onRealServers = process.env.DR_WORLD ? describe : describe.skip;

onRealServers('The gate: deploy/restore-gate.yaml', () => {
  const shops = useShops('shop');

  beforeAll(async () => {
    const { one } = shops.world;
    for (const document of parseAllDocuments(readFileSync(POLICY, 'utf8'))) {
      const { kind, ...object } = document.toJS();
      const plural = `${kind.toLowerCase().replace(/policy$/, 'policie')}s`;
      await one.create(`${POLICIES}/${plural}`, { kind, ...object });
    }
    await eventually(
      'the policy to be in force',
      () => create(one, {}),
      ({ status }) => status === 403,
      PATIENCE_MS,
    );
  }, PATIENCE_MS);

  const restore = () => ({
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: { generateName: 'admission-' },
    spec: { backupName: shops.backup },
  });

  /** Tries to, as somebody: nothing is kept. */
  function create(
    { wire, path }: VeleroCluster,
    headers: Record<string, string>,
    object: object = restore(),
    plural = 'restores',
  ) {
    return wire.send(
      'POST',
      `${path.call(shops.world.one, plural)}?dryRun=All`,
      { body: object, headers },
    );
  }

  const as = (user: string, ...groups: string[]) => ({
    'Impersonate-User': user,
    'Impersonate-Group': ['system:masters', ...groups] as unknown as string,
  });

  it('lets the portal create Restores', async () => {
    const { one } = shops.world;
    const portal = new Wire(one.plugin);
    const { status } = await portal.post(
      `${one.path('restores')}?dryRun=All`,
      restore(),
    );
    expect(status).toBe(201);
  });

  it('lets a restore come to its end', async () => {
    const id = await shops.portal.approved(
      restoreOf(shops, 'shop'),
      'ana.approver',
      'dora.dev',
    );
    expect((await shops.portal.ended(id)).state).toBe('succeeded');
    const settings = configMapPath(nameOf(shops, 'shop'));
    expect(await shops.world.one.find(settings)).toBeDefined();
  });

  it.each([
    ['an administrator', as('root')],
    ['Velero itself', as(VELERO)],
  ])('does not let %s create Restores, and says what to do', async (_, who) => {
    const { status, body } = await create(shops.world.one, who);
    expect(status).toBe(403);
    expect(body.message).toMatch(/File a restore request there/);
  });

  it('lets the emergency group', async () => {
    const { status } = await create(
      shops.world.one,
      as('root', 'velero-emergency'),
    );
    expect(status).toBe(201);
  });

  it('lets nobody create one that says it is done', async () => {
    const { status, body } = await create(shops.world.one, as(PORTAL), {
      ...restore(),
      status: { phase: 'Completed' },
    });
    expect(status).toBe(422);
    expect(body.message).toMatch(/comes without a phase/);
  });

  it('leaves what was approved as it is', async () => {
    const { one } = shops.world;
    const [{ metadata }] = await one.list('restores');
    const change = (fields: object) =>
      one.wire.mergePatch(
        `${one.path('restores', metadata.name)}?dryRun=All`,
        fields,
      );
    for (const fields of [
      { spec: { includedNamespaces: ['everything'] } },
      { status: { phase: 'Failed' } },
    ]) {
      expect((await change(fields)).status).toBe(403);
    }
    const labels = { metadata: { labels: { seen: 'yes' } } };
    expect((await change(labels)).status).toBe(200);
  });

  it('keeps backups from being deleted, but for Velero', async () => {
    const request = {
      apiVersion: 'velero.io/v1',
      kind: 'DeleteBackupRequest',
      metadata: { generateName: 'admission-' },
      spec: { backupName: shops.backup },
    };
    const remove = (who: Record<string, string>) =>
      create(shops.world.one, who, request, 'deletebackuprequests');
    expect((await remove(as('root'))).status).toBe(403);
    expect((await remove(as(PORTAL))).status).toBe(403);
    expect((await remove(as(VELERO))).status).toBe(201);
    expect((await remove(as('root', 'velero-emergency'))).status).toBe(201);
  });
});
