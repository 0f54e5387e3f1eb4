import { cluster, MODULE_15, workspace } from '../__testUtils__/cluster';
import { CoverageWorld, Template } from './CoverageWorld';
import { proposeTemplate } from './proposeTemplate';

const ALL = new Set(['shop', 'blog']);

function propose(
  template: Template,
  world: CoverageWorld = cluster('v1.18.2'),
  wanted = ALL,
) {
  const proposal = proposeTemplate(template, world, wanted);
  return {
    ...proposal,
    codes: proposal.changes.map(({ code }) => code),
    outcomes: proposal.simulation.namespaces.map(({ outcome }) => outcome),
  };
}

describe('proposeTemplate', () => {
  it('lists namespaces by name before 1.18, and uses a pattern from then on', () => {
    const { labelSelector, includedNamespaces, ...rest } =
      MODULE_15.workspacesDaily;
    expect(propose(MODULE_15.workspacesDaily)).toMatchObject({
      codes: ['dropSelector', 'moveSnapshotData'],
      template: {
        ...rest,
        includedNamespaces: ['ws-*'],
        snapshotMoveData: true,
      },
      outcomes: ['all', 'all'],
    });
    const old = propose(MODULE_15.workspacesDaily, cluster('v1.17.1'));
    expect(old.template).toEqual({
      ...rest,
      includedNamespaces: ['ws-blog', 'ws-shop'],
      snapshotMoveData: true,
    });
    expect(old.outcomes).toEqual(['all', 'all']);
  });

  it('replaces a pattern that the Velero in place takes by the letter', () => {
    const template = { includedNamespaces: ['ws-*'], snapshotMoveData: true };
    expect(propose(template, cluster('v1.17.1'))).toMatchObject({
      codes: ['listNamespaces'],
      template: { includedNamespaces: ['ws-blog', 'ws-shop'] },
    });
    expect(propose(template).codes).toEqual([]);
  });

  it('takes no pattern that would take in what nobody asked for', () => {
    const namespaces = [
      ...cluster('v1.18.2').namespaces,
      workspace('ws-secret', { workspace: 'secret', labels: {} }),
    ];
    const world = cluster('v1.18.2', { namespaces });
    expect(propose(MODULE_15.workspacesDaily, world).template).toMatchObject({
      includedNamespaces: ['ws-blog', 'ws-shop'],
    });
  });

  it('keeps what a schedule already holds', () => {
    const template = {
      includedNamespaces: ['kube-system'],
      snapshotMoveData: true,
    };
    expect(propose(template).template).toMatchObject({
      includedNamespaces: ['kube-system', 'ws-*'],
    });
  });

  it('frees excluded namespaces and kinds, and leaves harmless ones excluded', () => {
    const template = {
      includedNamespaces: ['*'],
      excludedNamespaces: ['kube-system', 'ws-b*'],
      excludedResources: ['events', 'secrets'],
      snapshotMoveData: true,
    };
    expect(propose(template)).toMatchObject({
      codes: ['keepNamespaces', 'keepKinds'],
      template: {
        excludedNamespaces: ['kube-system'],
        excludedResources: ['events'],
      },
      outcomes: ['all', 'all'],
    });
  });

  it('opens a list of kinds that is too short', () => {
    const template = {
      includedResources: ['deployments'],
      snapshotMoveData: true,
    };
    expect(propose(template)).toMatchObject({
      changes: [{ code: 'keepKinds', names: ['*'] }],
      template: { snapshotMoveData: true },
    });
    expect(propose(template).template).not.toHaveProperty('includedResources');
  });

  it('switches snapshots on again, and copies what cannot be snapshotted', () => {
    expect(propose({ snapshotVolumes: false }).codes).toEqual([
      'snapshotVolumes',
      'moveSnapshotData',
    ]);
    const world = cluster('v1.18.2', { csi: false });
    expect(propose({}, world).codes).toEqual(['copyVolumes']);
  });

  it('mends a template that Velero refuses', () => {
    const template = {
      labelSelector: { matchLabels: { a: 'b' } },
      orLabelSelectors: [{ matchLabels: { c: 'd' } }],
      snapshotMoveData: true,
    };
    expect(propose(template).outcomes).toEqual(['all', 'all']);
  });

  it('does not list a namespace that it leaves excluded', () => {
    const template = {
      ...MODULE_15.workspacesDaily,
      excludedNamespaces: ['ws-shop', 'kube-system'],
    };
    const { template: proposed, outcomes } = propose(
      template,
      cluster('v1.17.1'),
    );
    expect(proposed.excludedNamespaces).toEqual(['kube-system']);
    expect(outcomes).toEqual(['all', 'all']);
  });

  it('changes nothing when nothing is wanted, or nothing is missing', () => {
    expect(
      propose(MODULE_15.workspacesDaily, undefined, new Set()),
    ).toMatchObject({
      codes: [],
      template: MODULE_15.workspacesDaily,
    });
    const good = { includedNamespaces: ['ws-*'], snapshotMoveData: true };
    expect(propose(good)).toMatchObject({ codes: [], template: good });
  });
});
