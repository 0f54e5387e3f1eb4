import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Who may ask and who decides, in the gauntlet: groups by person. */
const GROUPS: Record<string, string[]> = {
  'user:default/otto.operator': ['group:default/appgear-dr-operators'],
  'user:default/ana.approver': ['group:default/appgear-dr-approvers'],
};

function userEntity(ref: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: ref.split('/')[1], namespace: 'default' },
    relations: (GROUPS[ref] ?? []).map(targetRef => ({
      type: 'memberOf',
      targetRef,
    })),
  };
}

const silent = () => {};

const logger: LoggerService = {
  info: silent,
  debug: silent,
  warn: silent,
  error: message => process.stderr.write(`${message}\n`),
  child: () => logger,
};

/**
 * Backstage's services without a Backstage: people say who they are in a
 * header, and all of them may do everything the gate's own rules allow.
 */
export const standIns = {
  logger,
  auth: {
    getOwnServiceCredentials: async () => ({}),
  } as unknown as AuthService,
  httpAuth: {
    credentials: async (req: { get(name: string): string | undefined }) => ({
      principal: { type: 'user', userEntityRef: req.get('x-person') },
    }),
  } as unknown as HttpAuthService,
  permissions: {
    authorizeConditional: async (requests: unknown[]) =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  } as unknown as PermissionsService,
  catalog: {
    getEntityByRef: async (ref: string) => userEntity(ref),
    getEntities: async () => ({
      items: [userEntity('user:default/ana.approver')],
    }),
  } as unknown as CatalogService,
  notifications: { send: async () => {} } as unknown as NotificationService,
  auditor: {
    createEvent: async () => ({ success: silent, fail: silent }),
  } as unknown as AuditorService,
};
