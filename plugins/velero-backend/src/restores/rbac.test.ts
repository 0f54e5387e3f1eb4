import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { parseAllDocuments } from 'yaml';
import { Bed, configMapOf, namespaceOf } from '../__testUtils__/Bed';
import { GateBed } from './__testUtils__/GateBed';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Objects of a file in `deploy/`, given to the test's limited identity. */
function deployed(file: string) {
  const text = readFileSync(
    path.resolve(__dirname, '../../../../deploy', file),
    'utf8',
  );
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .map(object =>
      object.subjects
        ? { ...object, subjects: [{ kind: 'User', name: 'limited' }] }
        : object,
    );
}

const restoreRules: Array<{ resources: string[]; verbs: string[] }> = deployed(
  'rbac-restore.yaml',
).find(({ kind }) => kind === 'Role').rules;

describe('deploy/rbac-restore.yaml', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await Bed.start(['prod']);
    bed.create(
      'prod',
      namespaceOf('ws-shop', { 'appgear.io/workspace-id': 'shop' }),
      configMapOf('ws-shop', 'settings'),
      {
        ...configMapOf('velero', 'modifier'),
        data: {
          rules: `version: v1
resourceModifierRules:
  - conditions: { groupResource: configmaps }
    mergePatches: [{ patchData: '{"metadata":{"labels":{"restored":"yes"}}}' }]`,
        },
      },
      ...deployed('rbac.yaml'),
      ...deployed('rbac-restore.yaml'),
    );
    bed.backup('prod', 'daily-1');
    bed.clock.advance(60_000);
    bed.clock.run();
  });
  afterAll(() => bed.close());

  it('is all that a restore needs, and no more', async () => {
    const { server } = bed.cluster('prod');
    const gate = await GateBed.start(
      await databases.init('SQLITE_3'),
      bed,
      bed.config({}, 'limited'),
      { restores: { rules: [{ name: 'nobody is asked', require: [] }] } },
    );
    const { body } = await gate.file('otto.operator', {
      cluster: 'prod',
      spec: {
        backupName: 'daily-1',
        includedNamespaces: ['ws-shop'],
        namespaceMapping: { 'ws-shop': 'ws-drill' },
        resourceModifier: { kind: 'ConfigMap', name: 'modifier' },
      },
    });
    await gate.carryOut(body.id);
    const ended = await gate.get(
      'otto.operator',
      `/restore-requests/${body.id}`,
    );
    expect(ended.body.state).toBe('succeeded');

    const made = server.requests.entries();
    const denied = made.filter(({ code }) => code === 403);
    expect(denied.map(({ verb, resource }) => `${verb} ${resource}`)).toEqual(
      [],
    );
    const used = new Set(
      made.map(({ verb, resource }) => `${verb} ${resource?.split('.')[0]}`),
    );
    const granted = restoreRules.flatMap(({ resources, verbs }) =>
      resources.flatMap(resource => verbs.map(verb => `${verb} ${resource}`)),
    );
    expect(granted.filter(right => !used.has(right))).toEqual([]);
  });
});

describe('without deploy/rbac-restore.yaml', () => {
  it('people are told that the portal lacks rights, not that they do', async () => {
    const bed = await Bed.start(['prod']);
    try {
      bed.create('prod', ...deployed('rbac.yaml'));
      bed.backup('prod', 'daily-1');
      const gate = await GateBed.start(
        await databases.init('SQLITE_3'),
        bed,
        bed.config({}, 'limited'),
      );
      const { status, body } = await gate.post(
        'otto.operator',
        '/restore-previews',
        { cluster: 'prod', spec: { backupName: 'daily-1' } },
      );
      expect(status).toBe(503);
      expect(body.error.message).toMatch(
        /Cluster prod does not let the portal look: .*backups.*deploy\/rbac-restore\.yaml/,
      );
    } finally {
      await bed.close();
    }
  });
});
