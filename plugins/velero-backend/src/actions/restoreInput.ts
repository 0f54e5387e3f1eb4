import { ResponseError, InputError } from '@backstage/errors';
import type { z as zod } from 'zod/v3';

/** The restore that is meant; the route checks it whole. */
export function restoreInput(z: typeof zod) {
  return {
    cluster: z.string().describe('The cluster to restore into'),
    spec: z
      .object({
        backupName: z.string(),
        includedNamespaces: z
          .array(z.string())
          .optional()
          .describe('Name them: without this, all of the backup is meant'),
        namespaceMapping: z
          .record(z.string())
          .optional()
          .describe('From the name in the backup to the name restored into'),
        includedResources: z.array(z.string()).optional(),
        existingResourcePolicy: z
          .enum(['none', 'update'])
          .optional()
          .describe('"update" patches living objects; "none" leaves them'),
      })
      .passthrough()
      .describe("The spec of a Velero Restore; all of Velero's fields do"),
  };
}

/**
 * What cannot be restored is said with what to do instead; a 422 of another
 * plugin's would reach the assistant without its text.
 */
export async function withReasons<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 422) {
      throw new InputError(error.cause.message);
    }
    throw error;
  }
}
