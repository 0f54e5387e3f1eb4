import { strategicMergePatch } from './strategicMergePatch';

describe('strategicMergePatch', () => {
  const pod = {
    metadata: { finalizers: ['a.b/one'], labels: { a: '1', b: '2' } },
    spec: {
      containers: [
        { name: 'web', image: 'web:1', args: ['-v'] },
        { name: 'sidecar', image: 'sidecar:1' },
      ],
      tolerations: [{ key: 'x' }],
    },
  };

  it('merges lists of named items, and adds new ones', () => {
    const patched: any = strategicMergePatch(pod, {
      spec: {
        containers: [{ name: 'web', image: 'web:2' }, { name: 'new' }],
      },
    });
    expect(patched.spec.containers).toEqual([
      { name: 'web', image: 'web:2', args: ['-v'] },
      { name: 'sidecar', image: 'sidecar:1' },
      { name: 'new' },
    ]);
  });

  it('removes items by $patch and fields by null', () => {
    const patched: any = strategicMergePatch(pod, {
      metadata: { labels: { a: null } },
      spec: { containers: [{ name: 'sidecar', $patch: 'delete' }] },
    });
    expect(patched.metadata.labels).toEqual({ b: '2' });
    expect(patched.spec.containers.map(({ name }: any) => name)).toEqual([
      'web',
    ]);
  });

  it('adds to sets, and replaces any other list', () => {
    const patched: any = strategicMergePatch(pod, {
      metadata: { finalizers: ['a.b/two'] },
      spec: { tolerations: [{ key: 'y' }] },
    });
    expect(patched.metadata.finalizers).toEqual(['a.b/one', 'a.b/two']);
    expect(patched.spec.tolerations).toEqual([{ key: 'y' }]);
  });
});
