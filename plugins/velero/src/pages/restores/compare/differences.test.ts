import { restoreRequest } from '../../../../dev/fake/restoreRequests';
import { differences } from './differences';
import { lastOfItsKind, lineageOf } from './lineage';

const before = restoreRequest();

describe('differences', () => {
  it('are none between equals, whatever the order of keys', () => {
    const { backupName, ...rest } = before.spec;
    expect(
      differences(before, { ...before, spec: { ...rest, backupName } }),
    ).toEqual([]);
  });

  it('name fields of the spec that came, went or changed', () => {
    const { existingResourcePolicy: _gone, ...spec } = before.spec;
    expect(
      differences(before, {
        ...before,
        spec: { ...spec, backupName: 'other', restorePVs: false },
      }),
    ).toEqual([
      {
        what: 'spec',
        field: 'backupName',
        before: 'workspaces-daily-1',
        after: 'other',
      },
      {
        what: 'spec',
        field: 'existingResourcePolicy',
        before: 'update',
        after: undefined,
      },
      { what: 'spec', field: 'restorePVs', before: undefined, after: false },
    ]);
  });

  it('begin with what is dangerous', () => {
    const found = differences(before, {
      ...before,
      risks: { ...before.risks, overwrite: false, grade: 'partial' },
      summary: {
        ...before.summary,
        secrets: 4,
        actions: { ...before.summary.actions, patch: 9 },
        namespaces: [],
      },
      factors: [],
    });
    expect(found.map(({ what }) => what)).toEqual([
      'overwrite',
      'grade',
      'targets',
      'secrets',
      'action',
      'factors',
    ]);
    expect(found[4]).toEqual({
      what: 'action',
      action: 'patch',
      before: 1,
      after: 9,
    });
  });
});

describe('lastOfItsKind', () => {
  const of = (id: string, day: number, part = {}) =>
    restoreRequest({
      id,
      filedAt: `2026-03-0${day}T10:00:00.000Z`,
      backup: `daily-2026030${day}020000`,
      ...part,
    });
  const now = of('now', 5);

  it('is the newest before it, of any backup of the schedule', () => {
    expect(
      lastOfItsKind(now, [of('old', 1), now, of('last', 3), of('later', 6)])
        ?.id,
    ).toBe('last');
  });

  it.each([
    ['cluster', { cluster: 'dr' }],
    ['workspace', { workspaces: ['ws-other'] }],
    ['lineage', { backup: 'hourly-20260303020000' }],
  ])('is of the same %s', (_, part) => {
    expect(lastOfItsKind(now, [of('other', 3, part)])).toBeUndefined();
  });

  it('takes a name without a time as a lineage of its own', () => {
    expect(lineageOf('by-hand')).toBe('by-hand');
    expect(lineageOf('daily-20260303020000')).toBe('daily');
  });
});
