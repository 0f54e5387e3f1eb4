import { StatusError } from '../status';
import { decode, type StoredObject } from '../store/record';

/** How objects go over the wire: whole, or only their metadata. */
export type Representation = 'object' | 'metadata';

const METADATA_KINDS = new Set([
  'PartialObjectMetadata',
  'PartialObjectMetadataList',
]);

/**
 * Reads an Accept header, the first type that is served wins.
 *
 * @throws StatusError 406 when none is
 */
export function negotiate(accept: string | undefined): Representation {
  for (const part of (accept ?? '*/*').split(',')) {
    const [type, ...parameters] = part.trim().split(/\s*;\s*/);
    const as = parameters
      .map(parameter => parameter.split('='))
      .find(([name]) => name === 'as')?.[1];
    const isJson = ['application/json', 'application/*', '*/*'].includes(type);
    if (isJson && as === undefined) {
      return 'object';
    }
    if (isJson && METADATA_KINDS.has(as!)) {
      return 'metadata';
    }
  }
  throw new StatusError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}

/** One object's bytes in the wanted form. */
export function represent(
  record: StoredObject,
  representation: Representation,
): Buffer {
  return representation === 'object'
    ? record.json
    : Buffer.from(JSON.stringify(metadataOnly(decode(record))));
}

export function metadataOnly({ metadata }: { metadata: object }): object {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}
