import { eventually } from '../wire/eventually';
import { uniqueName } from '../world/world';
import { CORE, LONG_AGO, MODULE_15, MODULE_15_LOCATION } from './module15';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(3 * PATIENCE_MS);

const BACKUP_LABEL = 'appgear.io/backup-enabled';

describe('Velero: the schedules of module 15', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;
  const workspace = uniqueName('ws');
  const temporary = 'ws-tmp';

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
    await locations();
    for (const name of CORE) {
      await cluster.namespace(name);
      await cluster.configMap(name, 'settings');
    }
    await cluster.namespace(workspace, { [BACKUP_LABEL]: 'true' });
    await cluster.configMap(workspace, 'unlabelled');
    await cluster.configMap(
      workspace,
      'labelled',
      {},
      { [BACKUP_LABEL]: 'true' },
    );
    await cluster.namespace(temporary);
    await cluster.configMap(temporary, 'scratch');
  });
  afterAll(async () => {
    await world.close();
  });

  /** Those that the schedules name, in the bucket that there is. */
  async function locations() {
    await cluster.location(MODULE_15_LOCATION, {
      prefix: uniqueName('module-15'),
    });
    const [snapshotLocation] = MODULE_15.filter(
      ({ kind }) => kind === 'VolumeSnapshotLocation',
    );
    await cluster.createVelero(
      'volumesnapshotlocations',
      'VolumeSnapshotLocation',
      snapshotLocation,
    );
  }

  /** Creates a schedule that is due, and waits for its backup to end. */
  async function run(schedule: any, status: object = LONG_AGO): Promise<any> {
    const { name } = schedule.metadata;
    const made = () =>
      cluster.list('backups', `velero.io/schedule-name=${name}`);
    // A test bed remembers earlier runs.
    const earlier = (await made()).map(backup => backup.metadata.name);
    await cluster.createVelero('schedules', 'Schedule', {
      ...schedule,
      status,
    });
    const { metadata } = await eventually(
      `schedule ${name} to run`,
      async () =>
        (await made()).find(backup => !earlier.includes(backup.metadata.name)),
      backup => backup !== undefined,
      PATIENCE_MS,
    );
    cluster.takeAway(cluster.path('backups', metadata.name));
    return cluster.ended('backups', metadata.name);
  }

  const asWritten = (name: string) =>
    MODULE_15.find(
      ({ kind, metadata }) => kind === 'Schedule' && metadata.name === name,
    );

  async function held(backup: any, namespace: string): Promise<string[]> {
    const list = await cluster.evidence(
      'BackupResourceList',
      backup.metadata.name,
    );
    return Object.values<string[]>(list)
      .flat()
      .filter(entry => entry.startsWith(`${namespace}/`))
      .sort();
  }

  it('core-infra-daily, as written: holds the core, and nothing else', async () => {
    const schedule = asWritten('core-infra-daily');
    const backup = await run(schedule);
    expect(backup.status.phase).toBe('Completed');
    expect(backup.metadata.name).toMatch(/^core-infra-daily-\d{14}$/);
    expect(backup.metadata.labels).toEqual({
      ...schedule.metadata.labels,
      'velero.io/schedule-name': 'core-infra-daily',
      'velero.io/storage-location': 'dr-s3-external',
    });
    expect(backup.metadata.annotations).toMatchObject(
      schedule.metadata.annotations,
    );
    expect(
      Date.parse(backup.status.expiration) -
        Date.parse(backup.status.startTimestamp),
    ).toBe(30 * 86_400_000);
    expect(await held(backup, 'argocd')).toContain('argocd/settings');
    expect(await held(backup, 'velero')).not.toEqual([]);
    expect(await held(backup, workspace)).toEqual([]);
  });

  it('workspaces-daily, as written: an empty shell but for what has the label itself', async () => {
    const backup = await run(asWritten('workspaces-daily'));
    expect(backup.status.phase).toBe('Completed');
    expect(await held(backup, workspace)).toEqual([`${workspace}/labelled`]);
    expect(await held(backup, 'argocd')).toEqual([]);
    const list = await cluster.evidence(
      'BackupResourceList',
      backup.metadata.name,
    );
    expect(list['v1/Namespace']).toContain(workspace);
    expect(list['v1/Namespace']).not.toContain('argocd');
  });

  it('cluster-full-weekly, as written: everything, but what it excludes', async () => {
    const backup = await run(asWritten('cluster-full-weekly'));
    expect(backup.status.phase).toBe('Completed');
    expect(await held(backup, workspace)).toEqual([
      `${workspace}/default`,
      `${workspace}/kube-root-ca.crt`,
      `${workspace}/labelled`,
      `${workspace}/unlabelled`,
    ]);
    expect(await held(backup, temporary)).toEqual([]);
    expect(await held(backup, 'kube-system')).toEqual([]);
    expect(backup.spec.excludedResources).toEqual(
      expect.arrayContaining(['jobs', 'pods']),
    );
  });

  it('workspaces-daily, corrected: all of the workspaces that it names', async () => {
    const schedule = asWritten('workspaces-daily');
    const { labelSelector: _, ...template } = schedule.spec.template;
    const backup = await run({
      ...schedule,
      metadata: { ...schedule.metadata, name: uniqueName('corrected') },
      spec: {
        ...schedule.spec,
        template: { ...template, includedNamespaces: [workspace] },
      },
    });
    expect(backup.status.phase).toBe('Completed');
    expect(await held(backup, workspace)).toContain(`${workspace}/unlabelled`);
  });

  it('run by their cron from their creation on: not at once', async () => {
    const name = uniqueName('later');
    await cluster.createVelero('schedules', 'Schedule', {
      metadata: { name },
      spec: asWritten('workspaces-daily').spec,
    });
    const { spec, status } = await cluster.until(
      cluster.path('schedules', name),
      'to be enabled',
      each => each.status?.phase === 'Enabled',
    );
    expect(spec.skipImmediately).toBe(false);
    expect(status.lastBackup).toBeUndefined();
    // One that was created later has run: this one waits for its hour.
    await run({
      metadata: { name: uniqueName('due') },
      spec: {
        schedule: '0 1 * * *',
        template: { includedNamespaces: [workspace], ttl: '30m' },
      },
    });
    expect(
      await cluster.list('backups', `velero.io/schedule-name=${name}`),
    ).toEqual([]);
  });

  it('that are due and told to skip do, and forget that they were told', async () => {
    const name = uniqueName('skip');
    await cluster.createVelero('schedules', 'Schedule', {
      metadata: { name },
      spec: { ...asWritten('core-infra-daily').spec, skipImmediately: true },
      status: LONG_AGO,
    });
    const { spec } = await cluster.until(
      cluster.path('schedules', name),
      'to have skipped',
      each => each.status?.lastSkipped,
    );
    expect(spec.skipImmediately).toBe(false);
    expect(
      await cluster.list('backups', `velero.io/schedule-name=${name}`),
    ).toEqual([]);
  });

  it('with a cron that cannot be read say so', async () => {
    const name = uniqueName('unreadable');
    await cluster.createVelero('schedules', 'Schedule', {
      metadata: { name },
      spec: { schedule: 'daily at five', template: {} },
    });
    const { status } = await cluster.until(
      cluster.path('schedules', name),
      'to be looked at',
      each => each.status?.phase,
    );
    expect(status.phase).toBe('FailedValidation');
    expect(status.validationErrors).toEqual([
      expect.stringMatching(/^invalid schedule: /),
    ]);
  });
});
