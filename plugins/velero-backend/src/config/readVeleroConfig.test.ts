import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readVeleroConfig } from './readVeleroConfig';

function read(velero: JsonObject) {
  return readVeleroConfig(new ConfigReader({ velero }));
}

const kubeconfig = { context: 'prod' };

describe('readVeleroConfig', () => {
  it('fills in the defaults of AppGear', () => {
    const { clusters, workspaces, fleet } = read({
      clusters: [{ name: 'prod', kubeconfig }],
    });
    expect(clusters).toEqual([
      {
        name: 'prod',
        role: 'production',
        veleroNamespace: 'velero',
        kubeconfig,
      },
    ]);
    expect(workspaces).toMatchObject({
      labels: {
        workspaceId: 'appgear.io/workspace-id',
        tenantId: 'appgear.io/tenant-id',
        backupEnabled: 'appgear.io/backup-enabled',
      },
      annotations: { owner: 'appgear.io/owner' },
      globalWorkspace: 'global',
      ownersFromCatalog: false,
    });
    expect(fleet).toMatchObject({ pageSize: 500, watchSilence: 90_000 });
  });

  it('reads all three ways into a cluster', () => {
    const { clusters } = read({
      clusters: [
        { name: 'a', kubeconfig: { file: 'kube.yaml', context: 'a' } },
        { name: 'b', inCluster: true },
        { name: 'c', url: 'https://c:6443', tokenFile: 't', caFile: 'ca' },
      ],
    });
    expect(clusters.map(cluster => cluster.name)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['seconds', { seconds: 7 }, 7_000],
    ['short text', '7s', 7_000],
    ['ISO text', 'PT2M', 120_000],
  ])('reads durations written as %s', (_, requestTimeout, expected) => {
    const { fleet } = read({
      clusters: [{ name: 'a', kubeconfig }],
      fleet: { requestTimeout },
    });
    expect(fleet.requestTimeout).toBe(expected);
  });

  it('names every problem at once, each with its path', () => {
    const attempt = () =>
      read({
        clusters: [
          { name: 'Prod', kubeconfig },
          { name: 'b', kubeconfig, inCluster: true },
          { name: 'c', colour: 'blue' },
          { name: 'd', url: 'https://d:6443' },
          { name: 'e', inCluster: true, caFile: 'ca' },
          { name: 'f', url: 'http://f', tokenFile: 't', caFile: 'ca' },
        ],
        workspaces: { label: {}, defaultOwner: 'group:' },
        fleet: { pageSize: 0, backoffMax: 'soon' },
        topologyA: {
          hosts: [
            { name: 'demo', manifest: 'ftp://demo/manifest.json' },
            { name: 'demo', manifest: 'http://me:it@demo/manifest.json' },
          ],
        },
        notifications: { language: 'fr' },
        cluster: [],
      });
    expect(attempt).toThrow(
      'velero.notifications.language: must be one of en, pt-BR',
    );
    expect(attempt).toThrow('velero.clusters[0].name: must be lower-case');
    expect(attempt).toThrow(
      'velero.clusters[1]: needs exactly one of kubeconfig, inCluster: true or url; found kubeconfig and inCluster',
    );
    expect(attempt).toThrow('velero.clusters[2].colour: unknown key');
    expect(attempt).toThrow(
      'velero.clusters[3].tokenFile: is required with url',
    );
    expect(attempt).toThrow('velero.clusters[3].caFile: is required with url');
    expect(attempt).toThrow('velero.clusters[4].caFile: belongs to url only');
    expect(attempt).toThrow('velero.clusters[5].url: must be an https address');
    expect(attempt).toThrow('velero.workspaces.label: unknown key');
    expect(attempt).toThrow(
      'velero.workspaces.defaultOwner: must be an entity reference',
    );
    expect(attempt).toThrow('velero.fleet.pageSize:');
    expect(attempt).toThrow('velero.fleet.backoffMax: must be a duration');
    expect(attempt).toThrow(
      'velero.topologyA.hosts[0].manifest: must be the path of a file, or an http or https address',
    );
    expect(attempt).toThrow(
      'velero.topologyA.hosts[1].manifest: must be an address without a user name',
    );
    expect(attempt).toThrow('velero.cluster: unknown key');
  });

  it('refuses two clusters of one name', () => {
    expect(() =>
      read({
        clusters: [
          { name: 'a', kubeconfig },
          { name: 'a', inCluster: true },
        ],
      }),
    ).toThrow('velero.clusters[1].name: "a" is the name of another cluster');
  });

  it('refuses two topology A hosts of one name', () => {
    const host = { name: 'demo', manifest: 'manifest.json' };
    expect(() =>
      read({
        clusters: [{ name: 'a', kubeconfig }],
        topologyA: { hosts: [host, host] },
      }),
    ).toThrow('velero.topologyA.hosts: two hosts have the same name');
  });

  it('asks for clusters when there are none', () => {
    expect(() => readVeleroConfig(new ConfigReader({}))).toThrow(
      'velero.clusters: ',
    );
    expect(() => read({ clusters: [] })).toThrow(
      'velero.clusters: needs at least one cluster',
    );
  });

  it('does without clusters when there is a bucket to read', () => {
    const { clusters, buckets } = read({
      buckets: [{ name: 'bucket-br', bucket: 'dr', prefix: 'prod' }],
    });
    expect(clusters).toEqual([]);
    expect(buckets).toEqual([
      {
        name: 'bucket-br',
        provider: 'aws',
        bucket: 'dr',
        prefix: 'prod',
        region: 'us-east-1',
        every: 300_000,
      },
    ]);
  });

  it('names what is wrong with buckets, and repeats no secret', () => {
    const attempt = () =>
      read({
        clusters: [{ name: 'a', kubeconfig }],
        buckets: [
          { name: 'a', bucket: 'dr' },
          { name: 'b', bucket: 'dr/prod' },
          { name: 'c', bucket: 'dr', secretAccessKey: 'hush' },
          { name: 'd', bucket: 'dr', provider: 'gcp', s3Url: 'ftp://s3' },
        ],
      });
    expect(attempt).toThrow(
      'velero.buckets[1].bucket: must be a name; a folder in it is prefix',
    );
    expect(attempt).toThrow(
      'velero.buckets[2].accessKeyId: is required with secretAccessKey',
    );
    expect(attempt).toThrow('velero.buckets[3].provider: ');
    expect(attempt).toThrow('velero.buckets[3].s3Url: must be an http');
    expect(attempt).not.toThrow(/hush/);
    expect(() =>
      read({
        clusters: [{ name: 'a', kubeconfig }],
        buckets: [{ name: 'a', bucket: 'dr' }],
      }),
    ).toThrow('velero.buckets[0].name: "a" is the name of another cluster');
  });
});
