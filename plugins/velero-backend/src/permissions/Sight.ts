import {
  VeleroWorkspaceFilter,
  VeleroWorkspaceResource,
} from '@appgear/backstage-plugin-velero-node';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Workspace, WorkspaceDirectory } from '../workspaces';

/** Which workspaces a reader may see. */
export interface Sight {
  /** Not even one workspace, now or later: the permission was refused. */
  readonly denied: boolean;
  /** Everything, and also what belongs to no workspace. */
  readonly all: boolean;
  sees(workspaceId: string): boolean;
}

export const SEES_ALL: Sight = { denied: false, all: true, sees: () => true };

export const SEES_NOTHING: Sight = {
  denied: true,
  all: false,
  sees: () => false,
};

/** The sight of one who may see what fits the criteria. */
export class ConditionalSight implements Sight {
  readonly denied = false;
  readonly all = false;
  readonly #criteria: PermissionCriteria<VeleroWorkspaceFilter>;
  readonly #directory: WorkspaceDirectory;
  #version = -1;
  #seen: ReadonlySet<string> = new Set();

  constructor(
    criteria: PermissionCriteria<VeleroWorkspaceFilter>,
    directory: WorkspaceDirectory,
  ) {
    this.#criteria = criteria;
    this.#directory = directory;
  }

  sees(workspaceId: string): boolean {
    if (this.#version !== this.#directory.version) {
      this.#version = this.#directory.version;
      this.#seen = new Set(
        this.#directory
          .all()
          .filter(workspace => fits(this.#criteria, toResource(workspace)))
          .map(({ id }) => id),
      );
    }
    return this.#seen.has(workspaceId);
  }
}

export function toResource(workspace: Workspace): VeleroWorkspaceResource {
  const { id, tenant, owner } = workspace;
  return { id, tenant, owner };
}

function fits(
  criteria: PermissionCriteria<VeleroWorkspaceFilter>,
  workspace: VeleroWorkspaceResource,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part => fits(part, workspace));
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part => fits(part, workspace));
  }
  if (isNotCriteria(criteria)) {
    return !fits(criteria.not, workspace);
  }
  return criteria(workspace);
}
