import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Sections 15.4 and 15.5 of module 15, as they are written there. */
export const MODULE_15: readonly any[] = parseAllDocuments(
  readFileSync(
    join(
      dirname(require.resolve('@appgear/velero-sandbox/package.json')),
      'src/scenarios/library/appgear/module-15.yaml',
    ),
    'utf8',
  ),
).map(document => document.toJS());

/** Where its schedules write to. */
export const MODULE_15_LOCATION = 'dr-s3-external';

/** The namespaces of the core, but Velero's own. */
export const CORE = [
  'argocd',
  'security',
  'appgear-core',
  'backstage',
  'observability',
];

/** A schedule as it is written; by another name, so that it can be corrected. */
export function module15Schedule(name: string, as: string = name): () => any {
  const found = MODULE_15.find(
    ({ kind, metadata }) => kind === 'Schedule' && metadata.name === name,
  );
  return () => ({
    ...structuredClone(found),
    metadata: { ...structuredClone(found.metadata), name: as },
  });
}

/**
 * Long enough ago that every cron is due: Velero then runs a schedule at once,
 * without a change of cron.
 */
export const LONG_AGO = { lastBackup: '2020-01-01T00:00:00Z' };
