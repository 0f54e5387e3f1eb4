import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { loadScenario, parseScenario, scenarioNames } from '.';

const MINIMAL = `
title: Small
clusters:
  - name: one
    title: One
    role: production
`;

describe('a scenario', () => {
  it.each(scenarioNames())('of the library can be read: %s', name => {
    expect(loadScenario(name).clusters.length).toBeGreaterThan(0);
  });

  it('can be a folder of one’s own, with manifests beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
    writeFileSync(
      join(folder, 'scenario.yaml'),
      `${MINIMAL}    manifests: [extra.yaml]\n`,
    );
    writeFileSync(
      join(folder, 'extra.yaml'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\n',
    );
    expect(loadScenario(folder).manifests['extra.yaml']).toEqual([
      expect.objectContaining({ kind: 'ConfigMap' }),
    ]);
  });

  it('that does not exist says which ones do', () => {
    expect(() => loadScenario('nowhere')).toThrow(
      /There is no scenario 'nowhere': take one of appgear, bare/,
    );
  });

  it.each([
    ['title: [', /is not YAML/],
    ['title: Empty', /clusters: /],
    [
      `${MINIMAL}    workspces: []\n`,
      /clusters\.0: Unrecognized key: "workspces"/,
    ],
    [
      `${MINIMAL}history: soon\n`,
      /history: is not a duration: write it like 30d, 36h or 90m/,
    ],
    [
      `${MINIMAL}    workspaces: [{ id: WS, shows: x }]\n`,
      /clusters\.0\.workspaces\.0\.id: is not a Kubernetes name/,
    ],
    [
      `${MINIMAL}timeline: [{ at: -1d, cluster: two }]\n`,
      /timeline\.0\.cluster: there is no cluster 'two'; there are one/,
    ],
    [
      `${MINIMAL}timeline: [{ at: -1d }]\n`,
      /timeline\.0: says neither which cluster nor which bucket/,
    ],
  ])('with %j is refused with the place', (text, problem) => {
    expect(() => parseScenario(text, 'small.yaml')).toThrow(problem);
  });
});
