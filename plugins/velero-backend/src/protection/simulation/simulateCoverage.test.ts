import { cluster, MODULE_15, workspace } from '../__testUtils__/cluster';
import { Template } from './CoverageWorld';
import { simulateCoverage } from './simulateCoverage';

function shopOf(template: Template, world = cluster('v1.18.2')) {
  const { namespaces } = simulateCoverage(template, world);
  return namespaces.find(({ workspace: id }) => id === 'shop')!;
}

describe("module 15's schedules", () => {
  it.each(['v1.13.0', 'v1.18.2'])(
    'workspaces-daily holds nothing of any workspace, by %s',
    version => {
      const world = cluster(version);
      const { namespaces } = simulateCoverage(MODULE_15.workspacesDaily, world);
      expect(namespaces.map(({ outcome }) => outcome)).toEqual([
        'nothing',
        'nothing',
      ]);
      expect(shopOf(MODULE_15.workspacesDaily, world)).toMatchObject({
        held: 0,
        total: 3,
        missed: [{ why: 'labelSelector' }],
        volumes: [{ claim: 'data', forecast: 'notHeld' }],
      });
    },
  );

  it('cluster-full-weekly holds the objects, and leaves volumes in Ceph', () => {
    expect(shopOf(MODULE_15.clusterFullWeekly)).toMatchObject({
      outcome: 'part',
      held: 3,
      total: 3,
      missed: [],
      volumes: [{ claim: 'data', forecast: 'local' }],
    });
  });

  it('core-infra-daily is about none of them', () => {
    expect(shopOf(MODULE_15.coreInfraDaily).missed).toMatchObject([
      { why: 'namespaceNotIncluded' },
    ]);
  });
});

describe('simulateCoverage', () => {
  it('is about workspaces only, sorted', () => {
    const { namespaces } = simulateCoverage({}, cluster('v1.18.2'));
    expect(namespaces.map(({ namespace }) => namespace)).toEqual([
      'ws-blog',
      'ws-shop',
    ]);
  });

  it('finds nothing to complain of when data leaves the cluster', () => {
    const template = { includedNamespaces: ['ws-*'], snapshotMoveData: true };
    expect(shopOf(template)).toMatchObject({
      outcome: 'all',
      missed: [],
      volumes: [{ forecast: 'stored' }],
    });
    expect(shopOf(template, cluster('v1.17.1'))).toMatchObject({
      outcome: 'nothing',
      missed: [{ why: 'namespacePatternIsLiteral' }],
    });
  });

  it('passes on why Velero would refuse the template', () => {
    const { problems, namespaces } = simulateCoverage(
      { includedNamespaces: ['ws-shop'], excludedNamespaces: ['ws-shop'] },
      cluster('v1.18.2'),
    );
    expect(problems).toMatchObject([{ code: 'invalid' }]);
    expect(namespaces[0]).toMatchObject({
      outcome: 'nothing',
      missed: [{ why: 'invalid' }],
    });
  });

  it('says where it does not know', () => {
    const namespaces = [
      workspace('ws-shop', { live: { state: 'unread' } }),
      workspace('ws-gone', { terminating: true }),
    ];
    const { namespaces: found } = simulateCoverage(
      {},
      cluster('v1.18.2', { namespaces }),
    );
    expect(found).toMatchObject([{ workspace: 'shop', outcome: 'unknown' }]);
  });
});

describe('volumes', () => {
  const forecast = (template: Template, world = cluster('v1.18.2')) =>
    shopOf(template, world).volumes[0].forecast;

  it('are copied from running pods when that is the default', () => {
    const copying = { defaultVolumesToFsBackup: true };
    expect(forecast(copying)).toBe('stored');
    expect(forecast({ ...copying, excludedResources: ['pods'] })).toBe('local');
  });

  it('are snapshotted else, where snapshots are taken', () => {
    expect(forecast({})).toBe('local');
    expect(forecast({ snapshotMoveData: true })).toBe('stored');
    expect(forecast({ snapshotVolumes: false })).toBe('notSaved');
    expect(forecast({}, cluster('v1.18.2', { csi: false }))).toBe('notSaved');
  });

  it('are not promised to be safe where it is not known whether snapshots are taken', () => {
    const world = cluster('v1.18.2', { csi: undefined });
    expect(forecast({ snapshotMoveData: true }, world)).toBe('unknown');
    expect(shopOf({ snapshotMoveData: true }, world).outcome).toBe('unknown');
    expect(forecast({}, world)).toBe('local');
  });

  it('outlive the cluster in snapshots that the configuration calls durable', () => {
    const policy = { exemptKinds: [], durableSnapshots: ['rbd.csi.ceph.com'] };
    expect(forecast({}, cluster('v1.18.2', { policy }))).toBe('snapshot');
  });

  it('depend on what pods and policies choose, which is not seen here', () => {
    const chosen = workspace('ws-shop');
    const content =
      chosen.live.state === 'read' ? chosen.live.content : undefined;
    const objects = content!.objects.map(object =>
      object.kind === 'Pod'
        ? {
            ...object,
            annotations: { 'backup.velero.io/backup-volumes': 'data' },
          }
        : object,
    );
    const namespaces = [
      workspace('ws-shop', {
        live: {
          state: 'read',
          unreadable: [],
          content: { ...content!, objects },
        },
      }),
    ];
    expect(forecast({}, cluster('v1.18.2', { namespaces }))).toBe('unknown');
    const resourcePolicy = { kind: 'configmap', name: 'policy' };
    expect(forecast({ resourcePolicy })).toBe('unknown');
  });
});
