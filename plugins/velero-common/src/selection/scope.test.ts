import { parseVeleroVersion } from '../velero';
import { namespacesInScope } from './scope';

const namespaces = [
  { name: 'ws-a' },
  { name: 'ws-b', labels: { 'velero.io/exclude-from-backup': 'true' } },
  { name: 'kube-system' },
];

const scope = (
  spec: Parameters<typeof namespacesInScope>[0],
  version = 'v1.18.2',
) => namespacesInScope(spec, namespaces, parseVeleroVersion(version)!);

describe('namespacesInScope', () => {
  it('is all that are not kept out by label when nothing is listed', () => {
    expect(scope({})).toEqual(['ws-a', 'kube-system']);
    expect(scope({ includedNamespaces: ['*'] })).toEqual([
      'ws-a',
      'kube-system',
    ]);
  });

  it('is what is listed and lives', () => {
    expect(scope({ includedNamespaces: ['ws-a', 'gone'] })).toEqual(['ws-a']);
    expect(scope({ excludedNamespaces: ['ws-a'] })).toEqual(['kube-system']);
  });

  it('expands patterns from 1.18 on only', () => {
    expect(scope({ includedNamespaces: ['ws-*'] })).toEqual(['ws-a']);
    expect(scope({ includedNamespaces: ['ws-*'] }, 'v1.17.1')).toEqual([]);
  });

  it('treats null lists, as the API server may hand them out, as empty', () => {
    expect(
      scope({ includedNamespaces: null, excludedNamespaces: null }),
    ).toEqual(['ws-a', 'kube-system']);
  });
});
