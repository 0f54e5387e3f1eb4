/** Who a request comes from, as authentication sees it. */
export interface User {
  name: string;
  groups: readonly string[];
}

/** Someone with a token. */
export interface Identity {
  /** Such as `backstage-velero-dr`, or `system:serviceaccount:velero:velero`. */
  name: string;
  token: string;
  /** Groups next to those that everyone has; `system:masters` may do anything. */
  groups?: readonly string[];
}

const ANONYMOUS: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

/**
 * Reads an Authorization header.
 *
 * @returns undefined for credentials that nobody has
 */
export function authenticate(
  authorization: string | undefined,
  identities: readonly Identity[],
): User | undefined {
  if (!authorization) {
    return ANONYMOUS;
  }
  const token = /^bearer\s+(\S+)$/i.exec(authorization)?.[1];
  const identity = identities.find(one => one.token === token);
  return identity && userOf(identity);
}

function userOf({ name, groups = [] }: Identity): User {
  const account = /^system:serviceaccount:([^:]+):[^:]+$/.exec(name);
  return {
    name,
    groups: [
      ...groups,
      ...(account
        ? ['system:serviceaccounts', `system:serviceaccounts:${account[1]}`]
        : []),
      'system:authenticated',
    ],
  };
}
