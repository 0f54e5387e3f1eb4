import { BackupSpec } from '../velero';
import {
  cluster,
  object,
  select,
  VERSIONS,
  why,
} from './__testUtils__/cluster';

describe('cluster-scoped kinds', () => {
  const roles = (spec: BackupSpec, version: string) =>
    select(spec, version).names.filter(name =>
      name.startsWith('clusterroles/'),
    );
  const all = ['clusterroles/other-role', 'clusterroles/robot-role'];
  const chained = ['clusterroles/robot-role'];

  it('are taken by a backup without filters up to 1.16, and only by chain from 1.17 on', () => {
    expect(roles({}, 'v1.13.0')).toEqual(all);
    expect(roles({}, 'v1.16.2')).toEqual(all);
    expect(roles({}, 'v1.17.1')).toEqual(chained);
    expect(roles({}, 'v1.18.2')).toEqual(chained);
  });

  it('are taken by a backup of all namespaces with an old-style filter', () => {
    for (const version of VERSIONS) {
      expect(roles({ excludedResources: ['events'] }, version)).toEqual(all);
    }
  });

  it('come only by chain when namespaces are chosen', () => {
    for (const version of VERSIONS) {
      const spec = {
        includedNamespaces: ['ws-shop'],
        excludedResources: ['events'],
      };
      expect(roles(spec, version)).toEqual(chained);
      expect(why(select(spec, version), 'clusterroles/other-role')).toBe(
        'clusterScopedOnlyByChain',
      );
    }
  });

  it('come only by chain when a namespace is kept out by its label', () => {
    const objects = [
      ...cluster,
      object('namespace', 'ws-tmp', {
        labels: { 'velero.io/exclude-from-backup': 'true' },
      }),
    ];
    const { names } = select(
      { excludedResources: ['events'] },
      'v1.18.2',
      objects,
    );
    expect(names).not.toContain('clusterroles/other-role');
  });

  it('are all taken when all live namespaces are listed, from 1.18 on', () => {
    const spec = {
      includedNamespaces: ['kube-system', 'ws-blog', 'ws-shop'],
      excludedResources: ['events'],
    };
    expect(roles(spec, 'v1.17.1')).toEqual(chained);
    expect(roles(spec, 'v1.18.2')).toEqual(all);
  });

  it('are never taken with includeClusterResources: false, Namespace objects included', () => {
    for (const version of VERSIONS) {
      const { names } = select({ includeClusterResources: false }, version);
      expect(names).toContain('deployments/ws-shop/web');
      expect(
        names.filter(name => !name.includes('ws-') && !name.includes('kube-')),
      ).toEqual([]);
      expect(names).not.toContain('namespaces/ws-shop');
    }
  });

  it('are all taken with includeClusterResources: true', () => {
    const spec = {
      includedNamespaces: ['ws-shop'],
      includeClusterResources: true,
    };
    expect(roles(spec, 'v1.13.0')).toEqual(all);
  });

  it('are taken by name with the scoped lists', () => {
    const spec = {
      includedNamespaces: ['ws-shop'],
      includedClusterScopedResources: ['clusterrole'],
    };
    expect(roles(spec, 'v1.18.2')).toEqual(all);
    expect(select(spec, 'v1.18.2').names).toContain('persistentvolumes/pv-1');
  });

  it('are kept out of chains when excluded by name', () => {
    const spec = {
      includedNamespaces: ['ws-shop'],
      excludedClusterScopedResources: ['pv'],
    };
    expect(select(spec, 'v1.18.2').names).not.toContain(
      'persistentvolumes/pv-1',
    );
  });

  it('are kept out of chains when old-style includes do not name them', () => {
    const spec = {
      includedNamespaces: ['ws-shop'],
      includedResources: ['pods', 'pvc'],
    };
    const { names } = select(spec, 'v1.18.2');
    expect(names).toContain('persistentvolumeclaims/ws-shop/data');
    expect(names).not.toContain('persistentvolumes/pv-1');
  });
});

describe('kinds', () => {
  it('are named by plural, singular, short name or with a part of the group', () => {
    for (const name of [
      'deployments',
      'deployment',
      'Deploy',
      'deployments.apps',
      'deployments.ap',
    ]) {
      const selection = select({ excludedResources: [name] }, 'v1.18.2');
      expect(why(selection, 'deployments/ws-shop/web')).toBe('kindExcluded');
    }
  });

  it('that are included alone leave out what they would bring along', () => {
    const selection = select({ includedResources: ['pods'] }, 'v1.18.2');
    expect(selection.names).toEqual([
      'pods/ws-shop/db-0',
      'pods/ws-shop/reader',
    ]);
    expect(why(selection, 'persistentvolumeclaims/ws-shop/data')).toBe(
      'kindNotIncluded',
    );
  });

  it('that no kind of the cluster resolves take nothing', () => {
    expect(select({ includedResources: ['gadgets'] }, 'v1.18.2').names).toEqual(
      [],
    );
  });

  it('may be globs', () => {
    const { names } = select({ includedResources: ['*.apps'] }, 'v1.18.2');
    expect(names).toEqual([
      'deployments/kube-system/dns',
      'deployments/ws-blog/web',
      'deployments/ws-shop/web',
    ]);
  });

  const events = [
    object('event', 'ws-shop/started'),
    object('eventV1', 'ws-shop/started'),
  ];

  it('served by two groups are taken once', () => {
    const selection = select({}, 'v1.18.2', events);
    expect(selection.captured.map(it => it.object.group)).toEqual(['']);
    expect(selection.missed.map(it => it.why)).toEqual(['servedByOtherGroup']);
  });

  it('served by two groups are taken from the second when only the first is excluded', () => {
    const selection = select(
      { excludedResources: ['events'] },
      'v1.18.2',
      events,
    );
    expect(selection.captured.map(it => it.object.group)).toEqual([
      'events.k8s.io',
    ]);
  });

  it('of volume snapshots are left to Velero from 1.17 on', () => {
    const objects = [
      object('namespace', 'ws-shop'),
      object('snapshot', 'ws-shop/s1'),
    ];
    expect(select({}, 'v1.16.2', objects).names).toContain(
      'volumesnapshots/ws-shop/s1',
    );
    expect(
      why(select({}, 'v1.17.1', objects), 'volumesnapshots/ws-shop/s1'),
    ).toBe('kindExcludedByVelero');
  });
});
