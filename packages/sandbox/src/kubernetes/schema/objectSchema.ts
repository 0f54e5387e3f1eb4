import type { KubeObject } from '../objects';
import type { ServedType } from '../resourceTypes';
import type { StatusCause } from '../status';
import { builtinModel, pruneBuiltin } from './builtinSchema';
import { complete } from './completion';
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
    prune: object => [
      ...pruneMetadata(object),
      ...(model ? pruneBuiltin(object, model, type) : []),
    ],
    applyDefaults: complete,
    validate: ({ metadata }) => validateMetadata(type.kind, metadata),
  };
}

function customSchema(
  { kind }: ServedType,
  schema: NonNullable<ServedType['schema']>,
): ObjectSchema {
  const validateSchema = schemaValidator(schema);
  return {
    // Kubernetes tells them in this order
    prune: object =>
      [...pruneMetadata(object), ...prune(object, schema)].sort(),
    applyDefaults: object => applyDefaults(object, schema),
    validate: object => [
      ...validateMetadata(kind, object.metadata),
      ...validateSchema(object),
    ],
  };
}
