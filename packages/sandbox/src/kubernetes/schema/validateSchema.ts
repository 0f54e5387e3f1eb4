import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { StatusCause } from '../status';
import type { StructuralSchema } from './structuralSchema';

/** Returns what is wrong with an object, worded as an API server words it. */
export type SchemaValidator = (object: unknown) => StatusCause[];

const compiled = new WeakMap<StructuralSchema, SchemaValidator>();

/** Compiles once per schema, however many clusters share it. */
export function schemaValidator(schema: StructuralSchema): SchemaValidator {
  let validator = compiled.get(schema);
  if (!validator) {
    const validate = newAjv().compile(schema);
    validator = object => causesOf(validate, object);
    compiled.set(schema, validator);
  }
  return validator;
}

function newAjv(): Ajv {
  // strict would refuse Kubernetes' own x-kubernetes-* keywords
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
  addFormats(ajv);
  return ajv;
}

function causesOf(validate: ValidateFunction, object: unknown): StatusCause[] {
  return validate(object) ? [] : (validate.errors ?? []).map(toCause);
}

function toCause(error: ErrorObject): StatusCause {
  const path = fieldPath(error.instancePath);
  const value = JSON.stringify(error.data);
  switch (error.keyword) {
    case 'required': {
      const missing = error.params.missingProperty;
      return {
        reason: 'FieldValueRequired',
        message: 'Required value',
        field: path ? `${path}.${missing}` : missing,
      };
    }
    case 'enum': {
      const supported = (error.params.allowedValues as unknown[])
        .map(allowed => JSON.stringify(allowed))
        .join(', ');
      return {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${value}: supported values: ${supported}`,
        field: path,
      };
    }
    case 'type': {
      const given = `"${typeName(error.data)}"`;
      const wanted = [error.params.type].flat()[0];
      return {
        reason: 'FieldValueTypeInvalid',
        message: `Invalid value: ${given}: ${path} in body must be of type ${wanted}: ${given}`,
        field: path,
      };
    }
    case 'format':
      return {
        reason: 'FieldValueTypeInvalid',
        message: `Invalid value: ${value}: ${path} in body must be of type ${error.params.format}: ${value}`,
        field: path,
      };
    case 'pattern':
      return {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${value}: ${path} in body should match '${error.params.pattern}'`,
        field: path,
      };
    case 'minItems':
      return {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${
          (error.data as unknown[]).length
        }: ${path} in body should have at least ${error.params.limit} items`,
        field: path,
      };
    default:
      return {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${value}: ${path} in body ${error.message}`,
        field: path,
      };
  }
}

/** `/spec/hooks/resources/0/name` as Kubernetes writes it: `spec.hooks.resources[0].name`. */
function fieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce(
      (path, part) =>
        /^\d+$/.test(part)
          ? `${path}[${part}]`
          : (path && `${path}.${part}`) || part,
      '',
    );
}

function typeName(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}
