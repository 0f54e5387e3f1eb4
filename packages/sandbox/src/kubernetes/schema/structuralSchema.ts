/**
 * What a CRD says about its objects: a "structural schema", of which a server
 * prunes, defaults and validates by. The rules are apiextensions' own
 * (`k8s.io/apiextensions-apiserver/pkg/apiserver/schema`).
 */
export interface StructuralSchema {
  type?: string;
  properties?: Record<string, StructuralSchema>;
  additionalProperties?: StructuralSchema | boolean;
  items?: StructuralSchema;
  default?: unknown;
  nullable?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
  [keyword: string]: unknown;
}

type Json = Record<string, unknown>;

/** Always kept at the root, whatever the schema says of them. */
const ROOT_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Removes, in place, every field that the schema does not know.
 *
 * @returns the paths of what was removed, such as `spec.colour`
 */
export function prune(object: Json, schema: StructuralSchema): string[] {
  const unknown: string[] = [];
  pruneObject(object, schema, '', unknown);
  return unknown;
}

function pruneValue(
  value: unknown,
  schema: StructuralSchema,
  path: string,
  unknown: string[],
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) =>
      pruneValue(item, schema.items ?? {}, `${path}[${index}]`, unknown),
    );
  } else if (isObject(value)) {
    pruneObject(value, schema, path, unknown);
  }
}

function pruneObject(
  object: Json,
  schema: StructuralSchema,
  path: string,
  unknown: string[],
): void {
  const embedded = path === '' || schema['x-kubernetes-embedded-resource'];
  for (const [field, value] of Object.entries(object)) {
    if (embedded && ROOT_FIELDS.has(field)) {
      continue;
    }
    const at = path ? `${path}.${field}` : field;
    const known = schemaOfField(schema, field);
    if (known) {
      pruneValue(value, known, at, unknown);
    } else if (!schema['x-kubernetes-preserve-unknown-fields']) {
      delete object[field];
      unknown.push(at);
    }
  }
}

function schemaOfField(
  schema: StructuralSchema,
  field: string,
): StructuralSchema | undefined {
  const own = schema.properties?.[field];
  if (own) {
    return own;
  }
  if (typeof schema.additionalProperties === 'object') {
    return schema.additionalProperties;
  }
  return schema.additionalProperties ? {} : undefined;
}

/**
 * Fills in, in place, the schema's defaults, and drops each `null` where none
 * is allowed: to Kubernetes such a field was never set.
 */
export function applyDefaults(value: unknown, schema: StructuralSchema): void {
  if (Array.isArray(value)) {
    value.forEach(item => applyDefaults(item, schema.items ?? {}));
  } else if (isObject(value)) {
    applyFieldDefaults(value, schema);
  }
}

function applyFieldDefaults(object: Json, schema: StructuralSchema): void {
  for (const [field, value] of Object.entries(object)) {
    const known = schemaOfField(schema, field);
    if (value === null && known?.type && !known.nullable) {
      delete object[field];
    }
  }
  for (const [field, value] of defaultsOf(schema)) {
    if (object[field] === undefined) {
      object[field] = structuredClone(value);
    }
  }
  for (const [field, value] of Object.entries(object)) {
    applyDefaults(value, schemaOfField(schema, field) ?? {});
  }
}

const knownDefaults = new WeakMap<StructuralSchema, Array<[string, unknown]>>();

/** Looked up once per schema: few have any, and all are asked for every object. */
function defaultsOf(schema: StructuralSchema): Array<[string, unknown]> {
  let defaults = knownDefaults.get(schema);
  if (!defaults) {
    defaults = Object.entries(schema.properties ?? {})
      .filter(([, known]) => known.default !== undefined)
      .map(([field, known]) => [field, known.default]);
    knownDefaults.set(schema, defaults);
  }
  return defaults;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
