import {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';

/** Who has something done: a person, or a service such as a pipeline. */
export interface Asker {
  credentials: BackstageCredentials;
  /** Entity reference of the person, or the service's subject. */
  ref: string;
}

/** @throws AuthenticationError (401) */
export async function readAsker(
  request: Request,
  { httpAuth, auth }: { httpAuth: HttpAuthService; auth: AuthService },
): Promise<Asker> {
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  return { credentials, ref: refOf(credentials, auth) };
}

function refOf(credentials: BackstageCredentials, auth: AuthService): string {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef.toLocaleLowerCase('en-US');
  }
  return auth.isPrincipal(credentials, 'service')
    ? credentials.principal.subject
    : 'nobody';
}
