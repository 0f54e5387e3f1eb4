import { select, VERSIONS, why } from './__testUtils__/cluster';

describe('namespace patterns', () => {
  const spec = { includedNamespaces: ['ws-*'] };

  it.each(['v1.13.0', 'v1.14.1', 'v1.17.1'])(
    'are taken by the letter by %s, which saves only Namespace objects',
    version => {
      const selection = select(spec, version);
      expect(selection.names).toEqual([
        'namespaces/ws-blog',
        'namespaces/ws-shop',
      ]);
      expect(why(selection, 'deployments/ws-shop/web')).toBe(
        'namespacePatternIsLiteral',
      );
    },
  );

  it('fail the backup in part from 1.14 to 1.17, since no such namespace exists', () => {
    const codes = (version: string) => select(spec, version).problems;
    expect(codes('v1.13.0')).toEqual([]);
    expect(codes('v1.14.1')).toEqual([
      { code: 'namespaceMissing', message: 'ws-*' },
    ]);
    expect(codes('v1.18.2')).toEqual([]);
  });

  it('are expanded by 1.18', () => {
    const { names } = select(spec, 'v1.18.2');
    expect(names).toContain('deployments/ws-shop/web');
    expect(names).toContain('deployments/ws-blog/web');
    expect(names).not.toContain('deployments/kube-system/dns');
  });

  it('that match nothing select nothing', () => {
    expect(select({ includedNamespaces: ['team-*'] }, 'v1.18.2').names).toEqual(
      [],
    );
  });

  it('exclude in every version, since names to exclude are compared as globs', () => {
    for (const version of VERSIONS) {
      const { names } = select({ excludedNamespaces: ['kube-*'] }, version);
      expect(names).toContain('deployments/ws-shop/web');
      expect(names).not.toContain('deployments/kube-system/dns');
    }
  });
});
