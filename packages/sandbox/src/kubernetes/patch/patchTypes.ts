import { applyPatch, type Operation } from 'fast-json-patch';
import type { KubeObject } from '../objects';
import { isObject } from '../schema/structuralSchema';
import { badRequest, StatusError, unsupportedMediaType } from '../status';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
export const APPLY_PATCH = 'application/apply-patch+yaml';

/**
 * Refuses what no object of a kind is patched by.
 *
 * @param isCustom - kinds from CRDs take no strategic merge patch
 * @throws StatusError 415
 */
export function requirePatchType(contentType: string, isCustom: boolean): void {
  const accepted = [
    JSON_PATCH,
    MERGE_PATCH,
    ...(isCustom ? [] : [STRATEGIC]),
    APPLY_PATCH,
  ];
  if (!accepted.includes(contentType)) {
    throw unsupportedMediaType(
      `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
        ', ',
      )}`,
    );
  }
}

/**
 * Applies a patch of an accepted content type to a copy.
 *
 * @throws StatusError 400, or 422 for a JSON patch that does not fit
 */
export function patched(
  object: KubeObject,
  patch: string,
  contentType: string,
): KubeObject {
  if (contentType === JSON_PATCH) {
    return jsonPatched(object, patch);
  }
  const apply = contentType === STRATEGIC ? strategicMergePatch : mergePatch;
  return apply(object, parse(patch)) as KubeObject;
}

function parse(patch: string): Record<string, unknown> {
  const value = parseJson(patch);
  if (!isObject(value)) {
    throw badRequest(
      `error decoding patch: json: cannot unmarshal ${
        Array.isArray(value) ? 'array' : typeof value
      } into Go value of type map[string]interface {}`,
    );
  }
  return value;
}

function jsonPatched(object: KubeObject, patch: string): KubeObject {
  const operations = parseJson(patch) as Operation[];
  try {
    // validates each operation, and leaves the given object alone
    return applyPatch(object, operations, true, false).newDocument;
  } catch {
    throw new StatusError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
}

function parseJson(patch: string): unknown {
  try {
    return JSON.parse(patch);
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
}
