import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  restoreSpecSchema,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import {
  EMPTY_DRAFT,
  fromRequest,
  fromRestoreSpec,
  toCommandLine,
  toRestoreSpec,
  toYaml,
} from './index';
import { anySpec } from './__testUtils__/anySpec';

const draftOf = (spec: RestoreSpec) => fromRestoreSpec('prod-sp', spec);

describe('a draft', () => {
  it('of a spec stands for that spec again', () => {
    fc.assert(
      fc.property(anySpec, spec => {
        expect(restoreSpecSchema.safeParse(spec).error).toBeUndefined();
        expect(toRestoreSpec(draftOf(spec))).toEqual({ spec, unreadable: [] });
      }),
    );
  });

  it('is as plain as what is kept of it over a reload', () => {
    fc.assert(
      fc.property(anySpec, spec => {
        const draft = draftOf(spec);
        expect(JSON.parse(JSON.stringify(draft))).toEqual(draft);
      }),
    );
  });

  it('asks for nothing that nobody chose', () => {
    expect(toRestoreSpec({ ...EMPTY_DRAFT, backup: 'b' }).spec).toEqual({
      backupName: 'b',
    });
  });

  it('keeps names for other places, without asking for them', () => {
    const draft = {
      ...EMPTY_DRAFT,
      backup: 'b',
      includedNamespaces: ['a', 'b'],
      renames: { a: 'a-drill', b: '', gone: 'x' },
    };
    expect(toRestoreSpec(draft).spec).not.toHaveProperty('namespaceMapping');
    expect(
      toRestoreSpec({ ...draft, place: 'renamed' }).spec.namespaceMapping,
    ).toEqual({ a: 'a-drill' });
    expect(
      toRestoreSpec({
        ...draft,
        place: 'elsewhere',
        includedNamespaces: ['ws-*'],
      }).spec.namespaceMapping,
    ).toEqual({ a: 'a-drill', gone: 'x' });
  });

  it('says what cannot be read, and stands for the rest', () => {
    const { spec, unreadable } = toRestoreSpec({
      ...EMPTY_DRAFT,
      backup: 'b',
      selectors: 'app=web\ntier in (',
      hooks: '- name: [',
    });
    expect(spec).toEqual({ backupName: 'b' });
    expect(unreadable.map(({ field }) => field)).toEqual([
      'labelSelector',
      'hooks',
    ]);
    expect(unreadable[0].detail).toContain('tier in (');
  });
});

describe('a draft of a request', () => {
  const request = {
    id: '0b8f4a4e-0d6f-4f0e-8f2b-0d6f4f0e8f2b',
    cluster: 'prod-sp',
    spec: { backupName: 'daily-1', namespaceMapping: { a: 'a-drill' } },
    reason: 'The orders of last night are gone',
    ticketUrl: 'https://tickets.example/1',
  };

  it.each(['pending', 'approved'] as const)(
    'takes the place of one that is %s',
    state => {
      const draft = fromRequest({ ...request, state });
      expect(draft.supersedes).toBe(request.id);
      expect(draft.reason).toBe(request.reason);
      expect(toRestoreSpec(draft).spec).toEqual(request.spec);
    },
  );

  it.each(['executing', 'expired', 'invalidated'] as const)(
    'leaves alone one that is %s',
    state => {
      expect(fromRequest({ ...request, state })).not.toHaveProperty(
        'supersedes',
      );
    },
  );
});

describe('toYaml', () => {
  it('is the Restore that kubectl would create', () => {
    fc.assert(
      fc.property(anySpec, spec => {
        expect(parse(toYaml(spec, 'backup-system'))).toEqual({
          apiVersion: 'velero.io/v1',
          kind: 'Restore',
          metadata: {
            generateName: `${spec.backupName}-`,
            namespace: 'backup-system',
          },
          spec,
        });
      }),
    );
  });
});

describe('toCommandLine', () => {
  /** The words that a shell makes of it. */
  const words = (spec: RestoreSpec, namespace = 'velero') =>
    execFileSync(
      '/bin/sh',
      [
        '-c',
        `for word in ${
          toCommandLine(spec, namespace).line
        }; do printf '%s\\0' "$word"; done`,
      ],
      { encoding: 'utf8' },
    )
      .split('\0')
      .slice(0, -1);

  it('survives a shell, whatever the names are', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
          .filter(text => !text.includes('\0')),
        name => {
          expect(
            words({ backupName: name }, name === 'velero' ? 'x' : name),
          ).toEqual([
            'velero',
            'restore',
            'create',
            '--namespace',
            name === 'velero' ? 'x' : name,
            '--from-backup',
            name,
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has a flag for every field, and says which have none', () => {
    const spec: RestoreSpec = {
      backupName: 'daily-1',
      includedNamespaces: ['ws-a', 'ws-b'],
      excludedNamespaces: ['ws-c'],
      namespaceMapping: { 'ws-a': 'ws-x', 'ws-b': 'ws-y' },
      includedResources: ['deployments.apps'],
      excludedResources: ['events'],
      orLabelSelectors: [
        { matchLabels: { app: 'web' } },
        {
          matchExpressions: [
            { key: 'tier', operator: 'In', values: ['a', 'b'] },
          ],
        },
      ],
      includeClusterResources: false,
      restorePVs: true,
      preserveNodePorts: true,
      restoreStatus: { excludedResources: ['jobs'] },
      existingResourcePolicy: 'update',
      itemOperationTimeout: '1h30m',
      resourceModifier: { kind: 'ConfigMap', name: 'change' },
      uploaderConfig: { writeSparseFiles: false, parallelFilesDownload: 4 },
      hooks: { resources: [{ name: 'warm-up' }] },
    };
    expect(words(spec).slice(3)).toEqual([
      ...['--from-backup', 'daily-1'],
      ...['--include-namespaces', 'ws-a,ws-b'],
      ...['--exclude-namespaces', 'ws-c'],
      ...['--namespace-mappings', 'ws-a:ws-x,ws-b:ws-y'],
      ...['--include-resources', 'deployments.apps'],
      ...['--exclude-resources', 'events'],
      ...['--or-selector', 'app=web or tier in (a,b)'],
      '--include-cluster-resources=false',
      '--restore-volumes=true',
      '--preserve-nodeports=true',
      ...['--status-include-resources', '*'],
      ...['--status-exclude-resources', 'jobs'],
      ...['--existing-resource-policy', 'update'],
      ...['--item-operation-timeout', '1h30m'],
      ...['--resource-modifier-configmap', 'change'],
      '--write-sparse-files=false',
      ...['--parallel-files-download', '4'],
    ]);
    expect(toCommandLine(spec, 'velero').withoutFlag).toEqual(['hooks']);
  });

  it('says nothing of what was left to Velero', () => {
    const { line, withoutFlag } = toCommandLine({ backupName: 'b' }, 'velero');
    expect(line).toBe('velero restore create \\\n  --from-backup b');
    expect(withoutFlag).toEqual([]);
  });
});
