import { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  VeleroServiceOptions,
} from '@appgear/backstage-plugin-velero-node';
import { fromBackend } from '../asking';

interface Filed {
  cluster: string;
  backup: string;
  reason: string;
  requester: string | undefined;
  /** ISO 8601: when the step began. */
  since: string;
}

/** Clocks of the two backends may differ by as much. */
const SKEW_MS = 60_000;

/**
 * The request that an earlier try of the same step filed, before its worker
 * died: filing has no key, so it is known by whose it is, what for and since
 * when.
 */
export async function findFiled(
  velero: VeleroService,
  { cluster, backup, reason, requester, since }: Filed,
  options: VeleroServiceOptions,
): Promise<RestoreRequestSummary | undefined> {
  const { items } = await fromBackend(
    velero.listRestoreRequests({ cluster, requester }, options),
  );
  return items.find(
    request =>
      request.backup === backup &&
      request.reason === reason.trim() &&
      Date.parse(request.filedAt) >= Date.parse(since) - SKEW_MS,
  );
}
