import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import type { RestoresApi } from '../../../api';
import { lastOfItsKind } from './lineage';

/** Far enough back: what is older tells little. */
const LOOK_BACK = 100;

/** The request to compare with, if there is one that the reader may see. */
export async function findEarlier(
  api: RestoresApi,
  request: RestoreRequestDetail,
  signal: AbortSignal,
): Promise<{ earlier?: RestoreRequestDetail }> {
  const id = request.supersedes ?? (await lastId(api, request, signal));
  return id ? { earlier: await api.getRestoreRequest(id, { signal }) } : {};
}

async function lastId(
  api: RestoresApi,
  request: RestoreRequestDetail,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { items } = await api.getRestoreRequests(
    {
      cluster: request.cluster,
      workspace: request.workspaces[0],
      limit: LOOK_BACK,
    },
    { signal },
  );
  return lastOfItsKind(request, items)?.id;
}
