import { BackupSpec, parseVeleroVersion } from '../velero';
import { validateBackupFilters } from './validate';

const validate = (spec: BackupSpec, version = 'v1.18.2') =>
  validateBackupFilters(spec, parseVeleroVersion(version)!);

describe('validateBackupFilters', () => {
  it.each<[string, BackupSpec]>([
    ['no filter', {}],
    ['star alone', { includedNamespaces: ['*'], includedResources: ['*'] }],
    [
      'all namespaced kinds excluded',
      { excludedNamespaceScopedResources: ['*'] },
    ],
    ['one selector', { labelSelector: { matchLabels: { a: 'b' } } }],
    ['the empty namespace', { includedNamespaces: [''] }],
  ])('accepts %s', (_, spec) => {
    expect(validate(spec)).toEqual([]);
  });

  it.each<[string, BackupSpec, RegExp]>([
    [
      'old and new filters',
      { includedResources: ['pods'], includedClusterScopedResources: ['pv'] },
      /cannot be used together/,
    ],
    [
      'star among others',
      { includedResources: ['*', 'pods'] },
      /must either contain '\*' only/,
    ],
    [
      'star to exclude',
      { excludedResources: ['*'] },
      /excludes list cannot contain '\*'/,
    ],
    [
      'an item in both lists',
      { includedResources: ['pods'], excludedResources: ['pods'] },
      /cannot contain an item in the includes list: pods/,
    ],
    [
      'a namespace in both lists',
      { includedNamespaces: ['a'], excludedNamespaces: ['a'] },
      /Invalid included\/excluded namespace lists/,
    ],
    [
      'star and others to exclude',
      { excludedClusterScopedResources: ['*', 'pv'] },
      /Invalid cluster-scoped/,
    ],
    [
      'includes beside star to exclude',
      {
        includedNamespaceScopedResources: ['pods'],
        excludedNamespaceScopedResources: ['*'],
      },
      /when exclude is '\*'/,
    ],
    [
      'a bad name',
      { includedNamespaces: ['Shop'] },
      /invalid namespace "Shop"/,
    ],
  ])('refuses %s', (_, spec, message) => {
    expect(validate(spec).join('\n')).toMatch(message);
  });

  it.each(['ws-{a,b}', 'ws-**', 'ws-[a', 'ws-a]', 'ws-[]'])(
    'refuses the pattern %s',
    pattern => {
      expect(validate({ includedNamespaces: [pattern] })).toHaveLength(1);
    },
  );

  it('takes other wildcards than the asterisk from 1.18 on', () => {
    expect(validate({ includedNamespaces: ['ws-?', 'ws-[ab]'] })).toEqual([]);
    expect(validate({ includedNamespaces: ['ws-?'] }, 'v1.17.1')).toHaveLength(
      1,
    );
    expect(validate({ includedNamespaces: ['ws-*'] }, 'v1.13.0')).toEqual([]);
  });
});
