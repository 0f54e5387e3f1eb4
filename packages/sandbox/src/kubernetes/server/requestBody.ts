import { parse as parseYaml } from 'yaml';
import type { NewKubeObject } from '../objects';
import { apiVersionOf, type ServedType } from '../resourceTypes';
import { isObject } from '../schema/structuralSchema';
import { badRequest, invalid, unsupportedMediaType } from '../status';
import { readBody, type Exchange } from './exchange';

/**
 * Reads the object of a create or update, and checks that it is one of the
 * path's kind and namespace.
 *
 * @throws StatusError 400, 415 or 422
 */
export async function readObject(
  { request, info }: Exchange,
  type: ServedType,
): Promise<NewKubeObject> {
  const text = await readBody(request);
  const value = parse(
    text,
    contentTypeOf(request.headers['content-type']),
    type,
  );
  if (!isObject(value)) {
    throw unrecognized(type, `json parse error: not an object (${text})`);
  }
  const object = identified(value, type, text);
  object.metadata = { ...object.metadata };
  if (type.namespaced) {
    const { namespace } = info.resource!;
    if (object.metadata.namespace && object.metadata.namespace !== namespace) {
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    object.metadata.namespace = namespace;
  }
  return object;
}

/** @throws StatusError 400 when an object carries another name than its path */
export function requireName(
  object: { metadata: { name?: string } },
  name: string,
): void {
  if (object.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${
        object.metadata.name ?? ''
      }) does not match the name on the URL (${name})`,
    );
  }
}

export function contentTypeOf(header: string | undefined): string {
  return (header ?? 'application/json').split(';')[0].trim();
}

function parse(text: string, contentType: string, type: ServedType): unknown {
  if (!['application/json', 'application/yaml'].includes(contentType)) {
    throw unsupportedMediaType(
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
    );
  }
  try {
    return contentType === 'application/yaml'
      ? parseYaml(text)
      : JSON.parse(text);
  } catch (error) {
    const why = `couldn't get version/kind; json parse error: ${
      (error as Error).message
    }`;
    throw unrecognized(type, why);
  }
}

function unrecognized(type: ServedType, why: string): Error {
  return badRequest(
    `the object provided is unrecognized (must be of type ${type.kind}): ${why}`,
  );
}

/** Built-in kinds may leave out what the path says; kinds from CRDs may not. */
function identified(
  value: Record<string, unknown>,
  type: ServedType,
  text: string,
): NewKubeObject {
  const expected = apiVersionOf(type);
  if (type.schema && !value.kind) {
    throw unrecognized(type, `Object 'Kind' is missing in '${text}'`);
  }
  const { apiVersion = expected, kind = type.kind } = value;
  if (apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  if (kind !== type.kind) {
    throw otherKind(type, String(kind), value);
  }
  if (value.metadata !== undefined && !isObject(value.metadata)) {
    throw badRequest(
      `${kind} in version "${
        type.version
      }" cannot be handled as a ${kind}: json: cannot unmarshal ${typeof value.metadata} into Go struct field ObjectMeta.metadata`,
    );
  }
  return {
    ...value,
    apiVersion: expected,
    kind: type.kind,
    metadata: value.metadata ?? {},
  };
}

function otherKind(
  type: ServedType,
  kind: string,
  { metadata }: Record<string, unknown>,
): Error {
  if (!type.schema) {
    return badRequest(
      `${kind} in version "${type.version}" cannot be handled as a ${type.kind}`,
    );
  }
  const name = isObject(metadata) ? String(metadata.name ?? '') : '';
  return invalid({ group: type.group, kind }, name, [
    {
      reason: 'FieldValueInvalid',
      message: `Invalid value: "${kind}": must be ${type.kind}`,
      field: 'kind',
    },
  ]);
}
