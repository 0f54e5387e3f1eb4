import {
  ClusterFreshness,
  MAX_PAGE_SIZE,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** What the fleet has, and whether that is all. */
export interface FleetWorkspaces {
  workspaces: WorkspaceSummary[];
  /** False while a cluster was never heard from: its workspaces are missing. */
  complete: boolean;
}

export async function readWorkspaces(
  velero: VeleroService,
  credentials: BackstageCredentials,
): Promise<FleetWorkspaces> {
  const workspaces = new Map<string, WorkspaceSummary>();
  let freshness: ClusterFreshness[] = [];
  let total = 0;
  let offset = 0;
  do {
    const page = await velero.listWorkspaces(
      { offset, limit: MAX_PAGE_SIZE, sort: 'id' },
      { credentials },
    );
    page.items.forEach(workspace => workspaces.set(workspace.id, workspace));
    freshness = page.freshness;
    total = page.total;
    offset += MAX_PAGE_SIZE;
  } while (offset < total);
  return {
    workspaces: [...workspaces.values()],
    complete:
      workspaces.size === total &&
      freshness.every(({ state }) => state === 'live' || state === 'stale'),
  };
}
