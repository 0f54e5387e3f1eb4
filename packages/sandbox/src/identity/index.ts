export { catalogUser, userRef } from './catalogUser';
export { startIdentityProvider } from './identityProvider';
export type {
  IdentityProvider,
  IdentityProviderOptions,
} from './identityProvider';
export type { OidcClient } from './configuration';
export { demoPeople } from './people';
export type { Person } from './people';
