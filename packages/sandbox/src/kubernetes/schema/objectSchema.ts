import type { KubeObject } from '../objects';
import type { ServedType } from '../resourceTypes';
import type { StatusCause } from '../status';
import { pruneMetadata } from './pruneMetadata';
import { applyDefaults, prune } from './structuralSchema';
import { validateMetadata } from './validateMetadata';
import { schemaValidator } from './validateSchema';

/** What a server does to an object of one kind before it stores it. */
export interface ObjectSchema {
  /** Drops unknown fields; returns their paths. */
  prune(object: KubeObject): string[];
  applyDefaults(object: KubeObject): void;
  validate(object: KubeObject): StatusCause[];
}

export function objectSchema({ kind, schema }: ServedType): ObjectSchema {
  if (!schema) {
    return {
      prune: object => pruneMetadata(object),
      applyDefaults: () => {},
      validate: object => validateMetadata(kind, object.metadata),
    };
  }
  const validateSchema = schemaValidator(schema);
  return {
    prune: object => [...pruneMetadata(object), ...prune(object, schema)],
    applyDefaults: object => applyDefaults(object, schema),
    validate: object => [
      ...validateMetadata(kind, object.metadata),
      ...validateSchema(object),
    ],
  };
}
