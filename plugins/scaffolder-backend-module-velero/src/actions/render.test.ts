import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readFileSync } from 'fs';
import path from 'path';
import { parse, parseAllDocuments } from 'yaml';
import { renderDrAction } from './renderDr';
import { renderScheduleAction } from './renderSchedule';

const workspace = createMockDirectory();
beforeEach(() => workspace.clear());

const cluster = { region: 'br', environment: 'dev' };
const file =
  'apps/core/dr/overlays/ag-br-core-dev/schedules/backup-workspaces-daily.yaml';
const read = (name: string) =>
  readFileSync(path.join(workspace.path, name), 'utf8');

async function run(
  action: ReturnType<typeof renderDrAction | typeof renderScheduleAction>,
  input: object,
) {
  const outputs: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext({ input: input as any }),
    workspacePath: workspace.path,
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
  } as any);
  return outputs;
}

describe('velero:dr:render', () => {
  const [{ example }] = renderDrAction().examples!;
  const { input } = parse(example).steps[0];

  it('writes what its example says, and changes nothing when run again', async () => {
    const first = await run(renderDrAction(), input);
    expect(first.changed).toContain('clusters/ag-br-core-dev/core-dr.yaml');
    expect(first.changed).toEqual(first.files);
    const before = read(file);

    const second = await run(renderDrAction(), input);
    expect(second.changed).toEqual([]);
    expect(read(file)).toBe(before);
  });

  it('gives all manifests as one text, without the CRDs', async () => {
    const { files, manifests } = await run(renderDrAction(), input);
    const shown = [...String(manifests).matchAll(/^# (\S+\.yaml)$/gm)];
    expect(shown.map(([, name]) => name)).toEqual(
      (files as string[]).filter(
        name => name.endsWith('.yaml') && !name.includes('/crds/'),
      ),
    );
    parseAllDocuments(String(manifests)).forEach(({ errors }) =>
      expect(errors).toEqual([]),
    );
    expect(manifests).toContain('kind: BackupStorageLocation');
    expect(manifests).not.toContain('openAPIV3Schema');
  });

  it('takes its example for a valid input', () => {
    const schema = renderDrAction().schema!.input as any;
    expect(schema.required).toContain('storage');
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(Object.keys(input)),
    );
  });

  it('refuses in words that the author can act on', async () => {
    await expect(
      run(renderDrAction(), { ...input, veleroVersion: '1.13' }),
    ).rejects.toThrow(/workspaces\.namespaces/);
  });

  it('writes nowhere but into the workspace', async () => {
    await expect(
      run(renderDrAction(), { ...input, targetPath: '../..' }),
    ).rejects.toThrow(/not allowed/i);
  });
});

describe('velero:schedule:render', () => {
  const add = (...namespaces: string[]) => ({
    ...cluster,
    veleroVersion: '1.16',
    workspaces: { namespaces },
  });
  const included = () => parse(read(file)).spec.template.includedNamespaces;

  it('adds a workspace to those that are listed', async () => {
    await run(renderScheduleAction(), add('ws-b'));
    await run(renderScheduleAction(), add('ws-a'));
    expect(included()).toEqual(['ws-a', 'ws-b']);
    const again = await run(renderScheduleAction(), add('ws-a'));
    expect(again).toEqual({ file, changed: false });
  });

  it('replaces the list when told to', async () => {
    await run(renderScheduleAction(), add('ws-b'));
    await run(renderScheduleAction(), { ...add('ws-a'), keepListed: false });
    expect(included()).toEqual(['ws-a']);
  });

  it('does not turn a pattern into a list by accident', async () => {
    await run(renderScheduleAction(), {
      ...cluster,
      veleroVersion: '1.18',
      workspaces: { pattern: 'ws-*' },
    });
    await expect(run(renderScheduleAction(), add('ws-a'))).rejects.toThrow(
      /by the pattern ws-\*.*keepListed/,
    );
  });
});
