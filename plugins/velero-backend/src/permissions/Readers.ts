import {
  veleroBackupReadPermission,
  veleroClusterReadPermission,
  veleroRestoreReadPermission,
  veleroScheduleReadPermission,
  veleroStorageReadPermission,
  veleroWorkspaceReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroWorkspaceFilter } from '@appgear/backstage-plugin-velero-node';
import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import { createHash } from 'node:crypto';
import { WorkspaceDirectory } from '../workspaces';
import { ConditionalSight, SEES_ALL, SEES_NOTHING, Sight } from './Sight';

/** What one caller may see. */
export interface Reader {
  /** Same key, same sight: part of what an answer is cached under. */
  key: string;
  clusters: boolean;
  storage: boolean;
  workspaces: Sight;
  backups: Sight;
  restores: Sight;
  /** All schedules, or those that touch a workspace in sight. */
  schedules: Sight;
}

/**
 * No decision about a person is used for longer. A page asks for several lists
 * at once; each would else wait for the permission backend.
 */
const KEEP_MS = 5_000;
/** Older ones are asked anew meanwhile, so that who stays does not wait again. */
const RENEW_MS = 2_500;
const MAX_KEPT = 1_000;

interface Kept {
  reader: Promise<Reader>;
  askedAt: number;
  /** Somebody asks anew already. */
  renewed: boolean;
}

/** Asks Backstage's permission framework what callers may see. */
export class Readers {
  readonly #services: {
    auth: AuthService;
    permissions: PermissionsService;
    directory: WorkspaceDirectory;
    toFilter: ConditionTransformer<VeleroWorkspaceFilter>;
  };
  readonly #kept = new Map<string, Kept>();

  constructor(services: {
    auth: AuthService;
    permissions: PermissionsService;
    directory: WorkspaceDirectory;
    toFilter: ConditionTransformer<VeleroWorkspaceFilter>;
  }) {
    this.#services = services;
  }

  readerOf(credentials: BackstageCredentials): Promise<Reader> {
    // Services are decided on without a call, and are too varied to be kept.
    if (!this.#services.auth.isPrincipal(credentials, 'user')) {
      return this.#ask(credentials);
    }
    const { userEntityRef } = credentials.principal;
    const kept = this.#kept.get(userEntityRef);
    const now = Date.now();
    if (!kept || now - kept.askedAt >= KEEP_MS) {
      return this.#keep(userEntityRef, this.#ask(credentials), now);
    }
    if (now - kept.askedAt >= RENEW_MS && !kept.renewed) {
      this.#renew(userEntityRef, kept, this.#ask(credentials));
    }
    return kept.reader;
  }

  /** Takes the place of what is kept once it is known, unless others came first. */
  #renew(userEntityRef: string, kept: Kept, reader: Promise<Reader>): void {
    kept.renewed = true;
    const askedAt = Date.now();
    const ifStillKept = (then: () => void) => () => {
      if (this.#kept.get(userEntityRef) === kept) then();
    };
    reader.then(
      ifStillKept(() => this.#keep(userEntityRef, reader, askedAt)),
      ifStillKept(() => this.#kept.delete(userEntityRef)),
    );
  }

  #keep(
    userEntityRef: string,
    reader: Promise<Reader>,
    askedAt: number,
  ): Promise<Reader> {
    if (this.#kept.size >= MAX_KEPT) {
      this.#kept.clear();
    }
    this.#kept.set(userEntityRef, { reader, askedAt, renewed: false });
    reader.catch(() => this.#kept.delete(userEntityRef));
    return reader;
  }

  async #ask(credentials: BackstageCredentials): Promise<Reader> {
    const { permissions } = this.#services;
    const [plain, conditional] = await Promise.all([
      permissions.authorize(
        [
          { permission: veleroClusterReadPermission },
          { permission: veleroStorageReadPermission },
          { permission: veleroScheduleReadPermission },
        ],
        { credentials },
      ),
      permissions.authorizeConditional(
        [
          { permission: veleroWorkspaceReadPermission },
          { permission: veleroBackupReadPermission },
          { permission: veleroRestoreReadPermission },
        ],
        { credentials },
      ),
    ]);
    const [clusters, storage, schedules] = plain.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const [workspaces, backups, restores] = conditional.map(decision =>
      this.#sightOf(decision),
    );
    return {
      key: digest([...plain, ...conditional].map(essenceOf)),
      clusters,
      storage,
      workspaces,
      backups,
      restores,
      schedules: schedules ? SEES_ALL : workspaces,
    };
  }

  #sightOf(decision: PolicyDecision): Sight {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return SEES_ALL;
      case AuthorizeResult.CONDITIONAL:
        return new ConditionalSight(
          this.#services.toFilter(decision.conditions),
          this.#services.directory,
        );
      default:
        return SEES_NOTHING;
    }
  }
}

/** What was decided: the client leaves in it a random id of having asked. */
function essenceOf(decision: PolicyDecision): unknown {
  return decision.result === AuthorizeResult.CONDITIONAL
    ? decision.conditions
    : decision.result;
}

function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value))
    .digest('base64url')
    .slice(0, 16);
}
