import { Config } from '@backstage/config';
import { z } from 'zod';
import { backupsSchema } from './backups';
import { bucketSchema } from './buckets';
import { clusterSchema } from './clusters';
import { evidenceSchema } from './evidence';
import { fleetSchema } from './fleet';
import { notificationsSchema } from './notifications';
import { protectionSchema } from './protection';
import { restoresSchema } from '../restores/policy/config';
import { topologyASchema } from './topologyA';
import { workspacesSchema } from './workspaces';

const ROOT = 'velero';

const veleroSchema = z
  .strictObject({
    clusters: z.array(clusterSchema).default([]),
    buckets: z.array(bucketSchema).default([]),
    workspaces: workspacesSchema.prefault({}),
    fleet: fleetSchema.prefault({}),
    evidence: evidenceSchema.prefault({}),
    protection: protectionSchema.prefault({}),
    notifications: notificationsSchema.prefault({}),
    restores: restoresSchema.prefault({}),
    backups: backupsSchema.prefault({}),
    topologyA: topologyASchema.prefault({}),
  })
  .check(({ value: { clusters, buckets }, issues }) => {
    const report = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', input: undefined, path, message });
    if (clusters.length + buckets.length === 0) {
      report(['clusters'], 'needs at least one cluster, or one of buckets');
    }
    const seen = new Map<string, string>();
    for (const [kind, members] of Object.entries({ clusters, buckets })) {
      members.forEach(({ name }, index) => {
        if (seen.has(name)) {
          report(
            [kind, index, 'name'],
            `"${name}" is the name of another ${seen.get(name)}`,
          );
        } else {
          seen.set(name, kind === 'clusters' ? 'cluster' : 'bucket');
        }
      });
    }
  });

/** The whole of `velero`, with the defaults filled in. */
export type VeleroConfig = z.output<typeof veleroSchema>;

/**
 * Reads `velero` from the configuration.
 *
 * @throws Error that names every problem with its key's path
 */
export function readVeleroConfig(config: Config): VeleroConfig {
  const result = veleroSchema.safeParse(config.getOptional(ROOT) ?? {});
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.flatMap(describe);
  throw new Error(
    `The configuration of the Velero plugin cannot be used:\n${problems
      .map(problem => `  - ${problem}`)
      .join('\n')}`,
  );
}

function describe(issue: z.core.$ZodIssue): string[] {
  const path = [ROOT, ...issue.path].reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : join(text, String(key)),
    '',
  );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => `${path}.${key}: unknown key`);
  }
  return [`${path}: ${issue.message}`];
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
