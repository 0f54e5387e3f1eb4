import type { RestoreSpec } from '../velero';
import { restoreListProblems } from './lists';

const found = (spec: RestoreSpec) =>
  restoreListProblems({ backupName: 'b', ...spec }).map(
    ({ field, code, name }) => `${field}: ${code} ${name}`,
  );

describe('restoreListProblems', () => {
  it.each<[string, RestoreSpec]>([
    ['no lists', {}],
    ['everything', { includedNamespaces: ['*'], includedResources: ['*'] }],
    [
      'names that differ',
      { includedNamespaces: ['ws-a'], excludedNamespaces: ['ws-b'] },
    ],
    ['excluding what is never restored', { excludedResources: ['nodes'] }],
  ])('takes %s', (_, spec) => {
    expect(found(spec)).toEqual([]);
  });

  it.each<[string, RestoreSpec, string]>([
    [
      'a namespace in both lists',
      { includedNamespaces: ['ws-a'], excludedNamespaces: ['ws-a'] },
      'excludedNamespaces: inBoth ws-a',
    ],
    [
      'a kind in both lists',
      { includedResources: ['pods'], excludedResources: ['pods'] },
      'excludedResources: inBoth pods',
    ],
    [
      'everything excluded',
      { includedResources: ['*'], excludedResources: ['*'] },
      'excludedResources: excludesAll *',
    ],
    [
      'everything, and a name besides',
      { includedNamespaces: ['*', 'ws-a'] },
      'includedNamespaces: allAndOthers *',
    ],
    [
      'what Velero never restores',
      { includedResources: ['pods', 'nodes'] },
      'includedResources: neverRestored nodes',
    ],
  ])('refuses %s', (_, spec, expected) => {
    expect(found(spec)).toEqual([expected]);
  });
});
