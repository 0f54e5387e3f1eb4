import { previewOf } from '../../../dev/fake/previews';
import { riskLines } from './riskLines';

const { risks, summary } = previewOf({
  cluster: 'prod-sp',
  spec: {
    backupName: 'workspaces-daily-11',
    includedNamespaces: ['ws-checkout-app'],
  },
}).preview!;

const calm = {
  ...risks,
  targets: [],
  clusterRole: 'dr' as const,
  secrets: false,
  hooks: false,
};
const nothing = {
  ...summary,
  actions: { create: 1, skip: 0, patch: 0, notRestored: 0, unclear: 0 },
  volumes: {},
  secrets: 0,
  podsWithHooks: 0,
};
const codes = (...args: Parameters<typeof riskLines>) =>
  riskLines(...args).map(({ code }) => code);

describe('riskLines', () => {
  it('says of a harmless restore only how old its point is', () => {
    expect(codes(calm, nothing)).toEqual(['pointAge']);
  });

  it('puts what destroys before what is good to know', () => {
    const lines = riskLines(
      { ...risks, overwrite: true, platform: true },
      {
        ...summary,
        actions: { ...summary.actions, patch: 3 },
        volumes: { kept: 1, empty: 2, notHere: 1 },
        secrets: 2,
      },
    );
    expect([...new Set(lines.map(({ tone }) => tone))]).toEqual([
      'danger',
      'warning',
      'info',
    ]);
    expect(lines).toContainEqual({
      code: 'emptyVolumes',
      tone: 'danger',
      count: 3,
    });
    expect(lines.findIndex(({ code }) => code === 'overwrite')).toBeLessThan(
      lines.findIndex(({ code }) => code === 'living'),
    );
  });

  it('counts what is not certain as what may be overwritten', () => {
    expect(
      riskLines(
        { ...calm, overwrite: true },
        { ...nothing, actions: { ...nothing.actions, patch: 1, unclear: 4 } },
      ),
    ).toContainEqual({ code: 'overwrite', tone: 'danger', count: 5 });
  });

  it('warns of a point that is worth less than everything, or old', () => {
    expect(
      riskLines(
        { ...calm, grade: 'empty', pointAgeMs: 40 * 86_400_000 },
        nothing,
      ),
    ).toEqual([
      { code: 'grade', tone: 'danger', grade: 'empty' },
      { code: 'pointAge', tone: 'warning', ageMs: 40 * 86_400_000 },
    ]);
  });
});
