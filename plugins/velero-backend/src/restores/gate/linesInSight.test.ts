import { TargetNamespace } from '@appgear/backstage-plugin-velero-common';
import { Sight } from '../../permissions';
import { linesInSight } from './linesInSight';

/** Sees these workspaces. */
function sight(...ids: string[]): Sight {
  return { all: false, denied: false, sees: id => ids.includes(id) };
}

function target(
  name: string,
  workspace: string,
  sources = [name],
): TargetNamespace {
  return { name, workspace, sources, exists: true, changes: 1 };
}

const content = (...namespaces: TargetNamespace[]) =>
  ({
    risks: { workspaces: ['shop', 'bank'] },
    summary: { namespaces },
  } as Parameters<typeof linesInSight>[0]);

const NAMES = ['ws-shop', 'ws-bank', 'elsewhere'];

function seen(...args: Parameters<typeof linesInSight>): string[] {
  const sees = linesInSight(...args);
  return NAMES.filter(name => !sees || sees(name));
}

describe('linesInSight', () => {
  const both = content(target('ws-shop', 'shop'), target('ws-bank', 'bank'));

  it('are all for those who see the request and the backup whole', () => {
    expect(
      linesInSight(both, undefined, sight('shop', 'bank')),
    ).toBeUndefined();
  });

  it('are those about what one sees of the request', () => {
    expect(seen(both, ['ws-shop'], sight('shop', 'bank'))).toEqual(['ws-shop']);
  });

  it('are those about what one sees of the backup, also for the requester', () => {
    expect(seen(both, undefined, sight('bank'))).toEqual(['ws-bank']);
  });

  it('are none about a namespace of which another one was made', () => {
    const moved = content(
      target('ws-shop', 'shop', ['ws-bank']),
      target('ws-bank', 'bank', ['elsewhere']),
    );
    expect(seen(moved, undefined, sight('shop'))).toEqual(['ws-shop']);
    expect(seen(moved, undefined, sight('bank'))).toEqual([]);
  });
});
