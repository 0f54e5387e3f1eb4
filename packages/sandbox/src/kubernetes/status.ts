import type { ResourceType } from './objects';

/** Kubernetes' own error body (`meta/v1` Status). */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, unknown>;
  status: 'Failure' | 'Success';
  message?: string;
  reason?: string;
  details?: StatusDetails;
  code: number;
}

export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: StatusCause[];
  retryAfterSeconds?: number;
}

/** One field that is wrong, with its path as Kubernetes writes it. */
export interface StatusCause {
  reason: string;
  message: string;
  field: string;
}

/** What the API server would answer instead of an object. */
export class StatusError extends Error {
  readonly status: Status;

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: StatusDetails,
    metadata: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'StatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata,
      status: 'Failure',
      message,
      reason,
      details,
      code,
    };
  }

  get code(): number {
    return this.status.code;
  }
}

/** Such as `backups.velero.io`, or `pods` in the core group. */
export function qualifiedResource(type: {
  group: string;
  plural: string;
}): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}

function about(type: ResourceType, name?: string): StatusDetails {
  return {
    ...(name ? { name } : {}),
    ...(type.group ? { group: type.group } : {}),
    kind: type.plural,
  };
}

export function notFound(type: ResourceType, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualifiedResource(type)} "${name}" not found`,
    about(type, name),
  );
}

/** The path itself is not served, as for a kind that is not installed. */
export function notServed(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

export function alreadyExists(type: ResourceType, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualifiedResource(type)} "${name}" already exists`,
    about(type, name),
  );
}

export const MODIFIED =
  'the object has been modified; please apply your changes to the latest version and try again';

export function conflict(
  type: ResourceType,
  name: string,
  why: string = MODIFIED,
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedResource(
      type,
    )} "${name}": ${why}`,
    about(type, name),
  );
}

export function invalid(
  type: Pick<ResourceType, 'group' | 'kind'>,
  name: string,
  causes: StatusCause[],
): StatusError {
  const lines = causes.map(({ field, message }) => `${field}: ${message}`);
  const list = lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`;
  const kind = type.group ? `${type.kind}.${type.group}` : type.kind;
  return new StatusError(
    422,
    'Invalid',
    `${kind} "${name}" is invalid: ${list}`,
    {
      ...(name ? { name } : {}),
      ...(type.group ? { group: type.group } : {}),
      kind: type.kind,
      causes,
    },
  );
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

export function forbidden(
  type: { group: string; plural: string },
  name: string | undefined,
  why: string,
  causes?: StatusCause[],
): StatusError {
  const subject = name
    ? `${qualifiedResource(type)} "${name}"`
    : qualifiedResource(type);
  return new StatusError(403, 'Forbidden', `${subject} is forbidden: ${why}`, {
    ...(name ? { name } : {}),
    ...(type.group ? { group: type.group } : {}),
    kind: type.plural,
    ...(causes ? { causes } : {}),
  });
}

/** A resource version or continue token that the server no longer holds. */
export function expired(
  message: string,
  metadata: Record<string, unknown> = {},
): StatusError {
  return new StatusError(410, 'Expired', message, undefined, metadata);
}

export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

export function unsupportedMediaType(message: string): StatusError {
  return new StatusError(415, 'UnsupportedMediaType', message);
}
