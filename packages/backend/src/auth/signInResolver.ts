import { NotAllowedError } from '@backstage/errors';
import {
  createSignInResolverFactory,
  OAuthAuthenticatorResult,
  SignInInfo,
} from '@backstage/plugin-auth-node';
import { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';

/** Written by the catalog's Keycloak module on the users that it syncs. */
const ANNOTATION_SUBJECT = 'keycloak.org/id';

/**
 * A person is the catalog's User named as his `preferred_username`. Where the
 * catalog knows the provider's subject of that User, it has to be the same: a
 * name that was given to somebody else does not inherit rights.
 */
export const preferredUsernameMatchingUserEntityName =
  createSignInResolverFactory({
    create() {
      return async (
        info: SignInInfo<OAuthAuthenticatorResult<OidcAuthResult>>,
        context,
      ) => {
        const { userinfo } = info.result.fullProfile;
        const name = userinfo.preferred_username;
        if (!name) {
          throw new NotAllowedError(
            'The identity provider gives no preferred_username: let the client have the profile scope.',
          );
        }
        const query = { entityRef: { name } };
        const { entity } = await context.findCatalogUser(query);
        const subject = entity.metadata.annotations?.[ANNOTATION_SUBJECT];
        if (subject && subject !== userinfo.sub) {
          throw new NotAllowedError(
            `The catalog's user ${name} belongs to another account of the identity provider.`,
          );
        }
        return context.signInWithCatalogUser(query);
      };
    },
  });
