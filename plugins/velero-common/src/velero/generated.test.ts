import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { veleroResourceTypes } from './generated';

const root = path.resolve(__dirname, '../../../..');
const crds = path.join(root, 'plugins/velero-common/crds');

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
}

function readCrds(version: string) {
  return readdirSync(path.join(crds, version)).map(file => {
    const { spec } = parse(
      readFileSync(path.join(crds, version, file), 'utf8'),
    );
    const [{ name, schema }] = spec.versions;
    return {
      group: spec.group,
      version: name,
      kind: spec.names.kind,
      plural: spec.names.plural,
      namespaced: spec.scope === 'Namespaced',
      schema: schema.openAPIV3Schema as Schema,
    };
  });
}

/** Every field of a schema, such as `spec.hooks.resources[].name`. */
function fieldsOf({ properties = {}, items }: Schema, at: string): string[] {
  const inside = Object.entries(properties).flatMap(([name, schema]) => [
    `${at}.${name}`,
    ...fieldsOf(schema, `${at}.${name}`),
  ]);
  return items ? [...inside, ...fieldsOf(items, `${at}[]`)] : inside;
}

describe('the generated types', () => {
  it('are what the CRDs say', async () => {
    const script = path.join(root, 'scripts/tasks/generate-velero-types.mjs');
    await expect(
      promisify(execFile)(process.execPath, [script, '--check']),
    ).resolves.toMatchObject({ stderr: '' });
  }, 60_000);

  it('name all kinds that Velero serves', () => {
    const served = readCrds('v1.18.2').map(({ schema, ...type }) => type);
    expect(veleroResourceTypes).toHaveLength(13);
    expect([...veleroResourceTypes]).toEqual(expect.arrayContaining(served));
  });

  it('know every field of the oldest Velero that is read', () => {
    const newest = new Map(
      readCrds('v1.18.2').map(({ kind, schema }) => [
        kind,
        new Set(fieldsOf(schema, kind)),
      ]),
    );
    const unknown = readCrds('v1.13.0').flatMap(({ kind, schema }) =>
      fieldsOf(schema, kind).filter(field => !newest.get(kind)?.has(field)),
    );
    expect(unknown).toEqual([]);
  });
});
