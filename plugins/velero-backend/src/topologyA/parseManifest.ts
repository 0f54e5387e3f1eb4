import { TopologyABackup } from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { ManifestError } from './ManifestError';

const time = z.iso.datetime();
const name = z.string().min(1).max(200);

const artifactSchema = z.object({
  name,
  disasterRecovery: z.literal(false),
  startedAt: time,
  finishedAt: time,
  files: z
    .array(z.object({ path: name, bytes: z.number().int().min(0) }))
    .max(10_000),
  checked: z
    .object({ at: time, result: z.enum(['intact', 'damaged']) })
    .optional(),
});

/** What `topology-a/lib/manifest.sh` writes; more than it is not looked at. */
const manifestSchema = z.object({
  disasterRecovery: z.literal(false),
  topology: z.literal('A'),
  lastRun: z
    .object({
      startedAt: time,
      finishedAt: time,
      result: z.enum(['succeeded', 'failed']),
    })
    .optional(),
  backups: z.array(artifactSchema).max(10_000),
});

/** What a host's manifest says. */
export interface Manifest {
  lastRun?: z.output<typeof manifestSchema>['lastRun'];
  /** The newest first. */
  backups: TopologyABackup[];
}

/** @throws ManifestError that names the first field that is wrong */
export function parseManifest(text: string): Manifest {
  const result = manifestSchema.safeParse(parseJson(text));
  if (!result.success) {
    const [{ path, message }] = result.error.issues;
    const where = path.length > 0 ? `${path.join('.')}: ` : '';
    throw new ManifestError('host.otherManifest', {
      problem: `${where}${message}`,
    });
  }
  const { lastRun, backups } = result.data;
  return {
    lastRun,
    backups: backups
      .map(({ disasterRecovery, files, ...backup }) => ({
        ...backup,
        files: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      }))
      .sort((a, b) => b.finishedAt.localeCompare(a.finishedAt)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ManifestError('host.notJson');
  }
}
