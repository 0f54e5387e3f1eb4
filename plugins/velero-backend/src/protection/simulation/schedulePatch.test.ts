import { cluster, MODULE_15 } from '../__testUtils__/cluster';
import { proposeTemplate } from './proposeTemplate';
import { readTemplate, schedulePatch } from './schedulePatch';

const WRITTEN = `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: workspaces-daily
  namespace: velero
spec:
  schedule: "0 2 * * *"   # 02:00 AM
  template:
    includedNamespaces:
      - '*'   # todos, filtrados por label
    labelSelector:
      matchLabels:
        appgear.io/backup-enabled: "true"
    excludedResources:
      - events
      - events.events.k8s.io
    ttl: 336h   # 14 dias
`;

const WANTED = new Set(['shop', 'blog']);

function proposalFor(version: string) {
  return proposeTemplate(readTemplate(WRITTEN), cluster(version), WANTED);
}

describe('schedulePatch', () => {
  it('changes the manifest as it is kept, and nothing but what has to change', () => {
    const { before, after, diff } = schedulePatch(
      WRITTEN,
      proposalFor('v1.17.1'),
    );
    expect(before).toBe(WRITTEN);
    expect(after).toContain('schedule: "0 2 * * *" # 02:00 AM');
    expect(after).toContain('ttl: 336h # 14 dias');
    expect(readTemplate(after)).toEqual({
      includedNamespaces: ['ws-blog', 'ws-shop'],
      excludedResources: ['events', 'events.events.k8s.io'],
      ttl: '336h',
      snapshotMoveData: true,
    });
    expect(diff).toMatch(/^--- schedule\.yaml\t?\n\+\+\+ schedule\.yaml/m);
    expect(diff).toContain('-    labelSelector:');
    expect(diff).toContain('+      - ws-blog');
  });

  it('is right for the Velero in place', () => {
    const { after, changes, simulation } = schedulePatch(
      WRITTEN,
      proposalFor('v1.18.2'),
    );
    expect(readTemplate(after).includedNamespaces).toEqual(['ws-*']);
    expect(changes.map(({ code }) => code)).toEqual([
      'dropSelector',
      'moveSnapshotData',
    ]);
    expect(simulation).toMatchObject({
      veleroVersion: 'v1.18.2',
      problems: [],
    });
  });

  it('writes a manifest when there is only the object', () => {
    const { before, after, diff } = schedulePatch(
      {
        name: 'workspaces-daily',
        namespace: 'velero',
        labels: { 'appgear.io/tier': 'core' },
        cron: '0 2 * * *',
        template: MODULE_15.workspacesDaily,
      },
      proposalFor('v1.18.2'),
    );
    expect(readTemplate(before)).toEqual(MODULE_15.workspacesDaily);
    expect(before).toContain('kind: Schedule');
    expect(before).toContain('appgear.io/tier: core');
    expect(after).not.toContain('labelSelector');
    expect(diff).toContain('+      - ws-*');
  });
});

describe('readTemplate', () => {
  it.each([
    ['kind: [', /not YAML/],
    ['kind: Backup\nspec: {}\n', /one manifest of kind Schedule/],
    ['just text', /one manifest of kind Schedule/],
    ['kind: Schedule\nspec: {}\n', /no spec\.template/],
    ['kind: Schedule\nspec:\n  template: all\n', /no spec\.template/],
    [`${WRITTEN}---\n${WRITTEN}`, /not YAML/],
  ])('refuses what is not a schedule, and says why', (text, reason) => {
    expect(() => readTemplate(text)).toThrow(reason);
  });
});
