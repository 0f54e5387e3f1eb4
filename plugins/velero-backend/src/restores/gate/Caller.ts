import { AuditEvent, says } from '@appgear/backstage-plugin-velero-common';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Request } from 'express';
import { errorSaying } from '../../problems';
import { Actor } from '../stateMachine';
import { Trace } from '../store';

/** A person who calls, directly or through a plugin that acts for him. */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** Entity reference, in lower case as the catalog has it. */
  ref: string;
  /**
   * A plugin acts for the person: an action of a template, an assistant. It
   * may ask; it never decides.
   */
  through?: string;
  from: NonNullable<AuditEvent['from']>;
}

const MOST_OF_AN_AGENT = 300;

/** @throws AuthenticationError (401) or NotAllowedError (403): only people get in */
export async function readCaller(
  request: Request,
  httpAuth: HttpAuthService,
): Promise<Caller> {
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  const { userEntityRef, actor } = credentials.principal;
  const userAgent = request.get('user-agent')?.slice(0, MOST_OF_AN_AGENT);
  return {
    credentials,
    ref: userEntityRef.toLocaleLowerCase('en-US'),
    ...(actor && { through: actor.subject }),
    from: {
      ...(request.ip && { address: request.ip }),
      ...(userAgent && { userAgent }),
    },
  };
}

/** @throws NotAllowedError (403) when a plugin acts for the person */
export function requireInPerson({ through }: Caller): void {
  if (through !== undefined) {
    throw errorSaying(NotAllowedError, says('gate.inPerson', { through }));
  }
}

export function actorOf({ ref }: Caller): Actor {
  return { kind: 'user', ref };
}

export function traceOf(
  { ref, from, through }: Caller,
  details?: Record<string, unknown>,
): Trace {
  const more = { ...details, ...(through !== undefined && { through }) };
  return {
    actor: { kind: 'user', ref },
    from,
    ...(Object.keys(more).length > 0 && { details: more }),
  };
}
