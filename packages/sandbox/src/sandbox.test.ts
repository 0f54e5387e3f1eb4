import { gunzipSync } from 'zlib';
import { Sandbox, startSandbox } from './sandbox';
import { Backup, ObjectStoreLayout } from './velero';

/** Lives through a month of three clusters: that takes its time. */
const A_MONTH_MS = 120_000;

const NOW = new Date('2026-03-10T12:00:00Z');

describe('the AppGear fleet', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: { now: NOW, speed: 0 } });
  }, A_MONTH_MS);
  afterAll(() => sandbox.close());

  const BR = 'ag-br-core-prod';
  const DR = 'ag-br-core-dr';
  const US = 'ag-us-core-prod';
  const BUCKETS: Record<string, [bucket: string, prefix: string]> = {
    [BR]: ['appgear-dr-br', 'appgear-platform'],
    [US]: ['appgear-dr-us', 'ag-us-core-prod'],
  };

  function backupsOf(cluster: string, schedule: string): Backup[] {
    return sandbox.clusters[cluster]
      .velero!.api.backups.list()
      .filter(
        ({ metadata }) =>
          metadata.labels?.['velero.io/schedule-name'] === schedule,
      );
  }

  function newest(cluster: string, schedule: string): Backup {
    return backupsOf(cluster, schedule).at(-1)!;
  }

  function file(
    cluster: string,
    { metadata }: Backup,
    kind: 'resourceList' | 'volumeInfos' | 'results',
  ) {
    const [bucket, prefix] = BUCKETS[cluster];
    const key = new ObjectStoreLayout(prefix).backupFile(metadata.name, kind);
    const body = sandbox.objectStore.store.get(bucket, key)!;
    return JSON.parse(gunzipSync(body).toString());
  }

  /** What a backup holds of one namespace: `Kind` -> how many. */
  function held(cluster: string, schedule: string, namespace: string) {
    const list: Record<string, string[]> = file(
      cluster,
      newest(cluster, schedule),
      'resourceList',
    );
    return Object.fromEntries(
      Object.entries(list).flatMap(([resource, entries]) => {
        const count = entries.filter(entry =>
          entry.startsWith(`${namespace}/`),
        ).length;
        return count > 0 ? [[resource.split('/').pop(), count]] : [];
      }),
    );
  }

  const phasesOf = (cluster: string, schedule: string) => [
    ...new Set(backupsOf(cluster, schedule).map(({ status }) => status?.phase)),
  ];

  it('has a month of backups, as old as their schedules keep them', () => {
    expect(backupsOf(BR, 'core-infra-daily')).toHaveLength(30);
    expect(backupsOf(BR, 'workspaces-daily')).toHaveLength(14);
    expect(backupsOf(BR, 'cluster-full-weekly')).toHaveLength(4);
    expect(newest(BR, 'core-infra-daily').metadata.name).toMatch(
      /^core-infra-daily-202603100100\d\d$/,
    );
  });

  it('protects ws-checkout off-site', () => {
    const backup = newest(BR, 'checkout-6h');
    expect(backup.status?.phase).toBe('Completed');
    expect(file(BR, backup, 'volumeInfos')).toEqual([
      expect.objectContaining({
        pvcNamespace: 'ws-checkout',
        snapshotDataMoved: true,
        result: 'succeeded',
      }),
    ]);
  });

  it('leaves the snapshots of ws-payments in the same Ceph', () => {
    expect(file(BR, newest(BR, 'payments-daily'), 'volumeInfos')).toEqual([
      expect.objectContaining({
        backupMethod: 'CSISnapshot',
        snapshotDataMoved: false,
      }),
    ]);
  });

  it('makes an empty shell of ws-catalog, and calls it completed', () => {
    expect(phasesOf(BR, 'workspaces-daily')).toEqual(['Completed']);
    expect(held(BR, 'workspaces-daily', 'ws-catalog')).toEqual({});
    expect(
      file(BR, newest(BR, 'workspaces-daily'), 'resourceList')['v1/Namespace'],
    ).toContain('ws-catalog');
    expect(held(BR, 'cluster-full-weekly', 'ws-catalog')).toMatchObject({
      Deployment: 2,
      Secret: 3,
    });
  });

  it('holds of ws-orders only what has the label itself', () => {
    expect(held(BR, 'workspaces-daily', 'ws-orders')).toEqual({
      Deployment: 1,
      StatefulSet: 1,
    });
  });

  it('lets ws-reports grow stale', () => {
    const { status } = newest(BR, 'reports-daily');
    expect(status?.phase).toBe('Completed');
    expect(status?.completionTimestamp).toMatch(/^2026-03-01/);
  });

  it('knows ws-legacy only by the weekly backup, and ws-tmp by none', () => {
    expect(held(BR, 'workspaces-daily', 'ws-legacy')).toEqual({});
    expect(held(BR, 'cluster-full-weekly', 'ws-legacy')).not.toEqual({});
    expect(held(BR, 'cluster-full-weekly', 'ws-tmp')).toEqual({});
  });

  it('goes on to back up ws-events, which is gone', () => {
    const { store, velero } = sandbox.clusters[BR];
    const namespaces = store.resourceType('namespaces', '')!;
    expect(store.get(namespaces, 'ws-events')).toBeUndefined();
    expect(phasesOf(BR, 'events-daily')).toEqual([
      'Completed',
      'PartiallyFailed',
    ]);
    expect(velero!.api.schedules.get('events-daily')?.status?.phase).toBe(
      'Enabled',
    );
  });

  it('protects ws-shop and the large ws-marketplace', () => {
    expect(held(US, 'workspaces-daily', 'ws-marketplace').ConfigMap).toBe(3003);
    expect(held(US, 'workspaces-daily', 'ws-shop').Pod).toBe(3);
  });

  it('saves the volumes of ws-media each in its way', () => {
    const infos = file(US, newest(US, 'media-daily'), 'volumeInfos');
    const ways = infos.map((info: any) =>
      [info.pvcName, info.backupMethod, info.snapshotDataMoved, info.skipped]
        .map(String)
        .join(' '),
    );
    expect(ways.sort()).toEqual([
      'data-archive-0 NativeSnapshot false false',
      'data-exchange-0 undefined false true',
      'data-originals-0 CSISnapshot true false',
      'data-thumbnails-0 PodVolumeBackup false false',
    ]);
  });

  it('fails ws-analytics in part, each night', () => {
    expect(phasesOf(US, 'analytics-daily')).toEqual(['PartiallyFailed']);
    expect(
      file(US, newest(US, 'analytics-daily'), 'results').errors.velero,
    ).toEqual([expect.stringMatching(/daemonset pod not found/)]);
  });

  it('stalls ws-search behind a backup that hangs', () => {
    const { status, metadata } = newest(US, 'search-daily');
    expect(status?.phase).toBe('InProgress');
    expect(metadata.name).toMatch(/^search-daily-20260308/);
  });

  it('lets the last good backup of ws-hr expire within a day', () => {
    const [last, ...others] = backupsOf(US, 'hr-daily');
    expect(others).toEqual([]);
    const left = Date.parse(last.status!.expiration!) - NOW.getTime();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(86_400_000);
  });

  it('cannot read the schedule of ws-crm, nor reach the location of ws-wiki', () => {
    const { api } = sandbox.clusters[US].velero!;
    expect(api.schedules.get('crm-daily')?.status?.phase).toBe(
      'FailedValidation',
    );
    expect(api.storageLocations.get('archive')?.status?.phase).toBe(
      'Unavailable',
    );
    expect(phasesOf(US, 'wiki-daily')).toEqual(['FailedValidation']);
  });

  it('shows production’s backups in the cluster for its recovery, read-only', () => {
    const names = (cluster: string) =>
      sandbox.clusters[cluster]
        .velero!.api.backups.list()
        .map(({ metadata }) => metadata.name);
    expect(names(DR)).toEqual(names(BR));
    const [location] = sandbox.clusters[DR].velero!.api.storageLocations.list();
    expect(location.spec.accessMode).toBe('ReadOnly');
  });

  it('has drills and restores behind it', () => {
    const outcomes = (cluster: string) =>
      Object.fromEntries(
        sandbox.clusters[cluster]
          .velero!.api.restores.list()
          .map(({ metadata, status }) => [metadata.name, status?.phase]),
      );
    expect(outcomes(DR)).toEqual({
      'drill-checkout': 'Completed',
      'drill-payments': 'Completed',
    });
    expect(outcomes(BR)).toEqual({
      'payments-settings': 'Completed',
      'checkout-to-staging': 'FailedValidation',
    });
    const claim = (namespace: string, name: string) =>
      sandbox.clusters[DR].store.get(
        sandbox.clusters[DR].store.resourceType('persistentvolumeclaims', '')!,
        name,
        namespace,
      );
    expect(claim('drill-ws-checkout', 'data-checkout-db-0')?.status.phase).toBe(
      'Bound',
    );
    // Completed, and yet the volume never came: its snapshot is in production.
    expect(
      claim('drill-ws-payments', 'data-payments-db-0')?.status?.phase,
    ).not.toBe('Bound');
  });

  it('lives on from there', () => {
    const before = newest(BR, 'checkout-6h');
    sandbox.clock.advance(7 * 3_600_000);
    const after = newest(BR, 'checkout-6h');
    expect(after.metadata.name > before.metadata.name).toBe(true);
    expect(after.status?.phase).toBe('Completed');
  });
});

describe('a sandbox', () => {
  it('is the same again for the same seed and time', async () => {
    const describeIt = async (seed: string) => {
      const sandbox = await startSandbox({
        scenario: 'bare',
        seed,
        clock: { now: NOW, speed: 0 },
      });
      const { store } = sandbox.clusters['ag-eu-core-staging'];
      const pods = store
        .list(store.resourceType('pods', '')!)
        .map(({ metadata }) => `${metadata.name} ${metadata.uid}`);
      await sandbox.close();
      return pods;
    };
    expect(await describeIt('a')).toEqual(await describeIt('a'));
    expect(await describeIt('a')).not.toEqual(await describeIt('b'));
  });

  it('can have a cluster without Velero, which does not serve its kinds', async () => {
    const sandbox = await startSandbox({ scenario: 'bare' });
    const cluster = sandbox.clusters['ag-eu-core-staging'];
    expect(cluster.velero).toBeUndefined();
    expect(cluster.store.resourceType('backups', 'velero.io')).toBeUndefined();
    await sandbox.close();
  });
});
