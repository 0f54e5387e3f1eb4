import type { KubeObject } from '../objects';
import type { ServedType } from '../resourceTypes';
import type { StatusCause } from '../status';
import { builtinModel, pruneBuiltin, pruneMetadata } from './builtinSchema';
import { complete } from './completion';
import { applyDefaults, prune } from './structuralSchema';
import { validateMetadata } from './validateMetadata';
import { schemaValidator } from './validateSchema';

/** What a server does to an object of one kind before it stores it. */
export interface ObjectSchema {
  /**
   * Drops unknown fields.
   *
   * @returns their paths
   * @throws StatusError 400 for a value that cannot be one of its field's
   */
  decode(object: KubeObject): string[];
  applyDefaults(object: KubeObject): void;
  validate(object: KubeObject): StatusCause[];
}

export function objectSchema(type: ServedType): ObjectSchema {
  return type.schema
    ? customSchema(type, type.schema)
    : builtinSchema(type, builtinModel(type));
}

function builtinSchema(
  type: ServedType,
  model: string | undefined,
): ObjectSchema {
  return {
    decode: object =>
      model ? pruneBuiltin(object, model, type) : pruneMetadata(object, type),
    applyDefaults: complete,
    validate: ({ metadata }) => validateMetadata(type.kind, metadata),
  };
}

function customSchema(
  type: ServedType,
  schema: NonNullable<ServedType['schema']>,
): ObjectSchema {
  const validateSchema = schemaValidator(schema);
  return {
    // Kubernetes tells them in this order
    decode: object =>
      [...pruneMetadata(object, type), ...prune(object, schema)].sort(),
    applyDefaults: object => applyDefaults(object, schema),
    validate: object => [
      ...validateMetadata(type.kind, object.metadata),
      ...validateSchema(object),
    ],
  };
}
