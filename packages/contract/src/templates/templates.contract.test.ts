import { readFileSync } from 'node:fs';
import { startNodeAgent } from '../protection/nodeAgent';
import { NamespaceMaker } from '../protection/NamespaceMaker';
import { Portal, startPortal } from '../protection/__testUtils__/portal';
import {
  claim,
  NODE_WITH_AGENT,
  pod,
  podWith,
  SHOP,
} from '../protection/things';
import { CORE, LONG_AGO } from '../velero/module15';
import { testBedVeleros } from '../velero/testBedVeleros';
import { PATIENCE_MS } from '../velero/VeleroCluster';
import { VeleroWorld } from '../velero/veleroWorld';
import { eventually } from '../wire/eventually';
import { uniqueName } from '../world/world';
import { Applier } from './__testUtils__/Applier';
import { Repository, repositoryOf } from './__testUtils__/kustomize';
import { Applied } from './__testUtils__/ServedKinds';
import { READING_THEM, STAND_INS } from './__testUtils__/standIns';
import { STORES } from './__testUtils__/stores';
import { makeRoom } from './__testUtils__/makeRoom';
import { verbatim } from './__testUtils__/verbatim';

jest.setTimeout(3 * PATIENCE_MS);

const stateFile = process.env.DR_WORLD;
const run = uniqueName('t');
const CLUSTER = 'ag-br-core-dev';
const OVERLAY = `apps/core/dr/overlays/${CLUSTER}`;

/** The module on real servers; the sandbox has no kustomize, and emulates no other operators' kinds. */
(stateFile ? describe : describe.skip)('The DR module', () => {
  let world: VeleroWorld;
  const repositories: Repository[] = [];

  beforeAll(() => {
    world = testBedVeleros(stateFile!);
  });
  afterAll(async () => {
    await Promise.all(repositories.map(repository => repository.remove()));
    await world?.close();
  });

  async function render(changes: object = {}): Promise<Repository> {
    const { s3 } = JSON.parse(readFileSync(stateFile!, 'utf8'));
    const repository = await repositoryOf({
      region: 'br',
      environment: 'dev',
      veleroVersion: '1.18',
      provider: 'aws',
      storage: {
        bucket: s3.bucket,
        prefix: `${CLUSTER}-${run}`,
        region: s3.region,
        endpoint: s3.endpoint,
      },
      workspaces: { pattern: `ws-${run}-*` },
      gitops: { repoURL: 'https://git.example.com/appgear-gitops-core.git' },
      ...changes,
    });
    repositories.push(repository);
    return repository;
  }

  it.each([
    ['1.13', { namespaces: ['ws-a'] }],
    ['1.18', { pattern: 'ws-*' }],
  ])('is built by kustomize, %s', async (veleroVersion, workspaces) => {
    const repository = await render({ veleroVersion, workspaces });
    const objects = await repository.build(OVERLAY);
    const unlabelled = objects.filter(
      ({ metadata }) =>
        (metadata.labels as any)?.['appgear.io/tenant-id'] !== 'global',
    );
    expect(unlabelled).toEqual([]);
    const ofKind = (kind: string) => objects.filter(it => it.kind === kind);
    expect(ofKind('CustomResourceDefinition')).toHaveLength(13);
    expect(ofKind('Schedule')).toHaveLength(3);
  });

  it('reads only, and trusts no Vault, on Day 0', async () => {
    const objects = await (await render()).build(`${OVERLAY}-day-zero`);
    const specs = (kind: string) =>
      objects.filter(it => it.kind === kind).map(({ spec }) => spec);
    expect(specs('ExternalSecret')).toEqual([]);
    expect(specs('BackupStorageLocation')).toMatchObject([
      { accessMode: 'ReadOnly' },
    ]);
    expect(specs('Schedule')).toMatchObject(Array(3).fill({ paused: true }));
  });

  describe('applied to a cluster', () => {
    let portal: Portal;
    const backups = new Map<string, any>();
    const workspaces = { shop: `shop-${run}`, core: `core-${run}` };

    beforeAll(async () => {
      const { one } = world;
      const applier = new Applier(one);
      await applier.applyAll([...STAND_INS, ...READING_THEM]);
      // Velero looks for new kinds every five minutes; one that starts, at once.
      await world.restartVelero(one);
      await makeRoom(one, applier);
      await makeWorkspaces();

      // No CSI driver runs here: the data of volumes goes by the node agent.
      const repository = await render({ volumeData: 'fileSystem' });
      const objects = await repository.build(OVERLAY);
      const isSchedule = ({ kind }: Applied) => kind === 'Schedule';
      await applier.applyAll(objects.filter(it => !isSchedule(it)));
      await applier.applyAll(
        repository.read(`clusters/${CLUSTER}/core-dr.yaml`),
      );
      await one.until(
        one.path('backupstoragelocations', 'dr-s3-external'),
        'to be available',
        ({ status }) => status?.phase === 'Available',
      );
      const stop = await startNodeAgent(one, true);
      await applier.applyAll(
        objects.filter(isSchedule).map(it => ({ ...it, status: LONG_AGO })),
      );
      for (const { metadata } of objects.filter(isSchedule)) {
        backups.set(metadata.name, await ranBy(metadata.name));
      }
      await stop();
      portal = await startPortal([one]);
    });
    afterAll(() => portal?.stop());

    async function makeWorkspaces() {
      const maker = new NamespaceMaker(world.one);
      const marks = (workspace: string) => ({
        labels: {
          'appgear.io/workspace-id': workspace,
          'appgear.io/tenant-id': 'contract',
          'appgear.io/backup-enabled': 'true',
        },
      });
      const stored = [
        ...claim('data'),
        podWith('db', ['data'], { node: NODE_WITH_AGENT }),
      ];
      await maker.make(
        `ws-${run}-shop`,
        [...SHOP, ...stored, pod('by-itself')],
        marks(workspaces.shop),
      );
      for (const name of CORE) {
        await maker.make(name, SHOP, marks(workspaces.core));
      }
    }

    async function ranBy(schedule: string) {
      const { one } = world;
      const found = await eventually(
        `schedule ${schedule} to run`,
        async () =>
          (
            await one.list('backups', `velero.io/schedule-name=${schedule}`)
          ).find(({ spec }) => spec.storageLocation === 'dr-s3-external'),
        backup => backup !== undefined,
        PATIENCE_MS,
      );
      const { name } = found.metadata;
      one.takeAway(one.path('backups', name));
      return one.ended('backups', name);
    }

    it.each(['core-infra-daily', 'workspaces-daily', 'cluster-full-weekly'])(
      '%s runs, under the rights that the module gives',
      schedule => {
        expect(backups.get(schedule).status).toMatchObject({
          phase: 'Completed',
        });
        expect(backups.get(schedule).status.errors).toBeUndefined();
      },
    );

    it('makes backups that say who pays, and that Argo CD leaves alone', () => {
      const { labels, annotations } = backups.get('workspaces-daily').metadata;
      expect(labels['appgear.io/tenant-id']).toBe('global');
      expect(annotations['argocd.argoproj.io/sync-options']).toBe(
        'Prune=false',
      );
    });

    it.each(['shop', 'core'] as const)(
      'protects the workspace %s, says the portal',
      async workspace => {
        const { verdict, reasons } = await portal.protection(
          workspaces[workspace],
        );
        expect({ verdict, reasons }).toEqual({
          verdict: 'protected',
          reasons: [],
        });
      },
    );

    it.each(['csiDataMovement', 'fileSystem'])(
      'takes the variant %s',
      async volumeData => {
        expect(await refused(await render({ volumeData }))).toEqual([]);
      },
    );

    it.each(['azure', 'gcp'] as const)(
      'takes the module of the store %s',
      async provider => {
        const repository = await render({ provider, ...STORES[provider] });
        expect(await refused(repository)).toEqual([]);
      },
    );

    /** What the server does not take of what kustomize builds. */
    async function refused(repository: Repository) {
      const applier = new Applier(world.one);
      const problems = [];
      for (const object of await repository.build(OVERLAY)) {
        const { status, body } = await applier.apply(object, { dryRun: true });
        if (status >= 300) problems.push({ kind: object.kind, status, body });
      }
      return problems;
    }
  });

  describe('as Module 15 wrote it, verbatim', () => {
    let applier: Applier;
    beforeAll(async () => {
      applier = new Applier(world.two);
      await applier.applyAll(STAND_INS);
    });

    it('has credentials of a kind that is not served', async () => {
      const { status } = await applier.apply(
        verbatim('ExternalSecret', 'velero-cloud-credentials'),
      );
      expect(status).toBe(404);
    });

    it('has a bucket that nobody has, and schedules whose backups fail', async () => {
      const { two } = world;
      await applier.applyAll([
        verbatim('BackupStorageLocation', 'dr-s3-external'),
      ]);
      const location = await two.until(
        two.path('backupstoragelocations', 'dr-s3-external'),
        'to be looked at',
        ({ status }) => status?.lastValidationTime,
      );
      expect(location.spec.objectStorage.bucket).toBe('${VELERO_DR_S3_BUCKET}');
      expect(location.status.phase).toBe('Unavailable');

      const schedule = verbatim('Schedule', 'workspaces-daily');
      await applier.applyAll([{ ...schedule, status: LONG_AGO }]);
      const backup = await eventually(
        'the schedule to run',
        async () =>
          (
            await two.list(
              'backups',
              'velero.io/schedule-name=workspaces-daily',
            )
          ).find(({ status }) => status?.phase === 'FailedValidation'),
        found => found !== undefined,
        PATIENCE_MS,
      );
      two.takeAway(two.path('backups', backup.metadata.name));
    });

    it('asks for rights under which a backup is not Completed', async () => {
      const { two } = world;
      await makeRoom(two, applier);
      await applier.applyAll([
        verbatim('ClusterRole', 'velero'),
        verbatim('ClusterRoleBinding', 'velero'),
      ]);
      await two.namespace(`ws-${run}-rights`);
      const { status } = await two.backup(`rights-${run}`, {
        includedNamespaces: [`ws-${run}-rights`],
        storageLocation: 'default',
      });
      expect(status.phase).toBe('Failed');
      expect(status.failureReason).toContain('clusterrolebindings');
    });
  });
});
