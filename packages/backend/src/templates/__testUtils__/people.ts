import { catalogUser, demoPeople, userRef } from '@appgear/velero-sandbox';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { RolePolicy } from '../../permissions/rolePolicy';
import { readRoles } from '../../permissions/roles';

const REPO = path.resolve(__dirname, '../../../../..');

export const userEntities = demoPeople.map(catalogUser);

/** Decides by the portal's own policy and the roles of `app-config.yaml`. */
export function createPermissions(): PermissionsService {
  const config = parse(
    readFileSync(path.join(REPO, 'app-config.yaml'), 'utf8'),
  );
  const policy = new RolePolicy(readRoles(new ConfigReader(config)), {
    getUserInfo: async credentials => {
      const { userEntityRef } = (
        credentials as BackstageCredentials<BackstageUserPrincipal>
      ).principal;
      const person = demoPeople.find(
        ({ username }) => userRef(username) === userEntityRef,
      );
      const owning = (person?.groups ?? []).map(
        group => `group:default/${group}`,
      );
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...owning],
      };
    },
  });
  async function decide(
    requests: ReadonlyArray<{ permission: Permission }>,
    credentials: BackstageCredentials | undefined,
  ): Promise<PolicyDecision[]> {
    const user = credentials as BackstageCredentials<BackstageUserPrincipal>;
    return Promise.all(
      requests.map(({ permission }) =>
        // As the framework does: services may do what plugins may.
        user.principal.userEntityRef === undefined
          ? ({ result: AuthorizeResult.ALLOW } as const)
          : policy.handle({ permission }, { credentials: user } as Parameters<
              RolePolicy['handle']
            >[1]),
      ),
    );
  }
  const credentialsOf = (options: unknown) =>
    (options as { credentials?: BackstageCredentials }).credentials;
  return {
    authorizeConditional: (requests, options) =>
      decide(requests, credentialsOf(options)),
    authorize: async (requests, options) =>
      (await decide(
        requests,
        credentialsOf(options),
      )) as DefinitivePolicyDecision[],
  };
}
