import { z } from 'zod';

/** Body of `POST /workspaces/:id/enablement`. There is no way to take the label away. @public */
export const enableBackupSchema = z.strictObject({
  /** Only on this cluster; on all that have the workspace by default. */
  cluster: z.string().min(1).max(63).optional(),
  /** The tier that its recovery point objective comes from; unchanged by default. */
  tier: z
    .string()
    .max(63)
    .regex(/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/, {
      error: 'must be a label value',
    })
    .optional(),
});

/** @public */
export type EnableBackup = z.input<typeof enableBackupSchema>;

/** Answer of `POST /workspaces/:id/enablement`. @public */
export interface BackupEnablement {
  workspace: string;
  namespaces: Array<{
    cluster: string;
    name: string;
    /** False: it asked for backups, with this tier, before. */
    changed: boolean;
  }>;
}
