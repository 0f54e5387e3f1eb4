import { apiVersionOf, type ServedType } from '../resourceTypes';
import { badRequest, type StatusError } from '../status';
import generated from './builtinModels.json';
import { isObject } from './structuralSchema';

/** Field names with their types as `@kubernetes/client-node` writes them. */
type Model = Readonly<Record<string, string>>;

const models = generated.models as unknown as Record<string, Model>;
const roots = generated.roots as Record<string, string>;

/** Quantities may be written as numbers, although their type is text. */
const QUANTITIES = new Set([
  'allocatable',
  'averageValue',
  'capacity',
  'default',
  'defaultRequest',
  'divisor',
  'hard',
  'limits',
  'overhead',
  'requests',
  'sizeLimit',
  'value',
]);

/** The model of a built-in kind, if there is one. */
export function builtinModel(type: ServedType): string | undefined {
  return roots[`${apiVersionOf(type)} ${type.kind}`];
}

class Decoder {
  readonly #type: ServedType;

  constructor(type: ServedType) {
    this.#type = type;
  }

  prune(
    object: Record<string, unknown>,
    model: string,
    path: string,
  ): string[] {
    return Object.entries(object).flatMap(([field, value]) => {
      const at = path ? `${path}.${field}` : field;
      const type = models[model][field];
      if (type === undefined) {
        delete object[field];
        return [at];
      }
      // null is as good as absent
      return value === null ? [] : this.#check(value, type, at, model);
    });
  }

  #check(value: unknown, type: string, at: string, model: string): string[] {
    const list = /^Array<(.*)>$/.exec(type);
    if (list) {
      return this.#checkList(value, list[1], at, model);
    }
    const map = /^\{ \[key: string\]: (.*); \}$/.exec(type);
    if (map) {
      return this.#checkMap(value, map[1], at, model);
    }
    if (models[type]) {
      if (!isObject(value)) {
        // some models stand for text, such as V1MicroTime
        if (typeof value === 'string' && !Object.keys(models[type]).length) {
          return [];
        }
        throw this.#mismatch(value, goType(type), at, model);
      }
      return this.prune(value, type, at);
    }
    if (!isScalarOf(value, type, at)) {
      throw this.#mismatch(value, goType(type), at, model);
    }
    return [];
  }

  #checkList(value: unknown, item: string, at: string, model: string) {
    if (!Array.isArray(value)) {
      throw this.#mismatch(value, `[]${goType(item)}`, at, model);
    }
    return value.flatMap((one, index) =>
      this.#check(one, item, `${at}[${index}]`, model),
    );
  }

  #checkMap(value: unknown, item: string, at: string, model: string) {
    if (!isObject(value)) {
      throw this.#mismatch(value, `map[string]${goType(item)}`, at, model);
    }
    return Object.entries(value).flatMap(([key, one]) =>
      models[item]
        ? this.#check(one, item, `${at}.${key}`, model)
        : // Go names the map, not the key
          this.#check(one, item, at, model),
    );
  }

  #mismatch(
    value: unknown,
    wanted: string,
    at: string,
    model: string,
  ): StatusError {
    const { kind, version } = this.#type;
    const given = Array.isArray(value) ? 'array' : goValue(value);
    const path = at.replace(/\[\d+\]/g, '');
    return badRequest(
      `${kind} in version "${version}" cannot be handled as a ${kind}: json: cannot unmarshal ${given} into Go struct field ${goName(
        model,
      )}.${path} of type ${wanted}`,
    );
  }
}

/**
 * Removes, in place, every field that a built-in kind does not have.
 *
 * @returns the paths of what was removed
 * @throws StatusError 400 for a value of another type, as Go's decoder words it
 */
export function pruneBuiltin(
  object: Record<string, unknown>,
  model: string,
  type: ServedType,
): string[] {
  return new Decoder(type).prune(object, model, '');
}

/**
 * The same for the metadata of a kind that has no model of its own.
 *
 * @returns the paths of what was removed
 * @throws StatusError 400 for a value of another type
 */
export function pruneMetadata(
  { metadata }: { metadata: object },
  type: ServedType,
): string[] {
  return new Decoder(type)
    .prune(metadata as Record<string, unknown>, 'V1ObjectMeta', '')
    .map(path => `metadata.${path}`);
}

function isScalarOf(value: unknown, type: string, at: string): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'IntOrString':
      return typeof value === 'string' || Number.isInteger(value);
    default: {
      const field = /([^.[\]]+)(\[\d+\])?$/.exec(at)?.[1] ?? '';
      return (
        typeof value === 'string' ||
        (typeof value === 'number' && QUANTITIES.has(field))
      );
    }
  }
}

function goValue(value: unknown): string {
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function goName(model: string): string {
  return model.replace(/^(Core|Discovery|Rbac)?V\d(beta\d|alpha\d)?/, '');
}

function goType(type: string): string {
  switch (type) {
    case 'number':
      return 'int32';
    case 'boolean':
      return 'bool';
    default:
      return models[type] ? `v1.${goName(type)}` : type;
  }
}
