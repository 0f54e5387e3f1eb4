import { uniqueName } from '../world/world';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(PATIENCE_MS);

describe('Velero: backups that it refuses', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
  });
  afterAll(() => world.close());

  const selector = { matchLabels: { a: 'b' } };

  it.each([
    [
      'a location that does not exist',
      { storageLocation: 'nowhere' },
      /^an existing backup storage location was not specified at backup creation time and the default nowhere was not found\..*"nowhere" not found$/,
    ],
    [
      'a snapshot location that does not exist',
      { volumeSnapshotLocations: ['nowhere'] },
      /^a VolumeSnapshotLocation CRD for the location nowhere with the name specified in the backup spec needs to be created.*"nowhere" not found$/,
    ],
    [
      'a namespace both included and excluded',
      { includedNamespaces: ['a'], excludedNamespaces: ['a'] },
      /^Invalid included\/excluded namespace lists: excludes list cannot contain an item in the includes list: a$/,
    ],
    [
      'all namespaces, and one by name',
      { includedNamespaces: ['*', 'a'] },
      /^Invalid included\/excluded namespace lists: includes list must either contain '\*' only, or a non-empty list of items$/,
    ],
    [
      'a resource both included and excluded',
      { includedResources: ['pods'], excludedResources: ['pods'] },
      /^Invalid included\/excluded resource lists: excludes list cannot contain an item in the includes list: pods$/,
    ],
    [
      'old and new filters at once',
      { includedResources: ['pods'], includedClusterScopedResources: ['*'] },
      /They cannot be used together$/,
    ],
    [
      'both kinds of selectors',
      { labelSelector: selector, orLabelSelectors: [selector] },
      /^encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified$/,
    ],
    [
      'a policy that does not exist',
      { resourcePolicy: { kind: 'configmap', name: 'nowhere' } },
      /^fail to get ResourcePolicies velero\/nowhere ConfigMap with error.*"nowhere" not found/,
    ],
  ])('for %s', async (_, spec, problem) => {
    const { status } = await cluster.backup(uniqueName('refused'), spec);
    expect(status.phase).toBe('FailedValidation');
    expect(status.validationErrors).toEqual([expect.stringMatching(problem)]);
    expect(status.startTimestamp).toBeUndefined();
  });
});
