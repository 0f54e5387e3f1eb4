import type { CustomResourceType } from '../crds';
import type { KubeObject, ResourceType } from '../objects';
import type { StatusCause } from '../status';
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

export function objectSchema(
  type: ResourceType | CustomResourceType,
): ObjectSchema {
  if (!('schema' in type)) {
    return {
      prune: () => [],
      applyDefaults: () => {},
      validate: object => validateMetadata(type.kind, object.metadata),
    };
  }
  const validateSchema = schemaValidator(type.schema);
  return {
    prune: object => prune(object, type.schema),
    applyDefaults: object => applyDefaults(object, type.schema),
    validate: object => [
      ...validateMetadata(type.kind, object.metadata),
      ...validateSchema(object),
    ],
  };
}
