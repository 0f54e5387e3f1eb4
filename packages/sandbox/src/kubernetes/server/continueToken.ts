import { badRequest } from '../status';

/** Sorts before every character of a name: the first key after the last one served. */
const AFTER = '\u0000';

/** Where the next page starts, and as of when. */
export interface Continuation {
  /** -1 once the version expired: the rest is then served as it is now. */
  version: number;
  /** Everything after this key. */
  after: string;
}

/** Encodes as `k8s.io/apiserver/pkg/storage` does, opaque to clients. */
export function encodeContinue({ version, after }: Continuation): string {
  return Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv: version,
      start: after + AFTER,
    }),
  ).toString('base64url');
}

/** @throws StatusError 400 for anything that this server did not encode */
export function decodeContinue(token: string): Continuation {
  try {
    const { v, rv, start } = JSON.parse(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    if (
      v === 'meta.k8s.io/v1' &&
      Number.isInteger(rv) &&
      start?.endsWith(AFTER)
    ) {
      return { version: rv, after: start.slice(0, -AFTER.length) };
    }
  } catch {
    // falls through to the same answer as a token of another kind
  }
  throw badRequest(
    'invalid continue token: continue key is not valid: it was not made by this server',
  );
}
