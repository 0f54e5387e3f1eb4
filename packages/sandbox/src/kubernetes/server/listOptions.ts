import type { ServedType } from '../resourceTypes';
import { parseFieldSelector } from '../selectors/fieldSelector';
import { parseLabelSelector } from '../selectors/labelSelector';
import { badRequest, invalid, StatusError } from '../status';
import type { StoredObject } from '../store/record';
import { isTrue } from './requestInfo';

/** The parameters of a list or watch (`meta/v1` ListOptions), checked. */
export interface ListOptions {
  /** Undefined when there is no selector at all. */
  matches?: (record: StoredObject) => boolean;
  limit?: number;
  continueToken?: string;
  /** As given: empty when absent. */
  resourceVersion: string;
  resourceVersionMatch?: 'Exact' | 'NotOlderThan';
  allowWatchBookmarks: boolean;
  sendInitialEvents: boolean;
  timeoutSeconds?: number;
}

/** @throws StatusError 400 or 422 */
export function listOptions(
  query: URLSearchParams,
  type: ServedType,
): ListOptions {
  const options: ListOptions = {
    matches: selection(query, type),
    limit: positive(query, 'limit'),
    continueToken: query.get('continue') || undefined,
    resourceVersion: query.get('resourceVersion') ?? '',
    resourceVersionMatch: (query.get('resourceVersionMatch') ||
      undefined) as ListOptions['resourceVersionMatch'],
    allowWatchBookmarks: isTrue(query.get('allowWatchBookmarks')),
    sendInitialEvents: isTrue(query.get('sendInitialEvents')),
    timeoutSeconds: positive(query, 'timeoutSeconds'),
  };
  refuseContradictions(options, isTrue(query.get('watch')));
  return options;
}

function selection(
  query: URLSearchParams,
  type: ServedType,
): ListOptions['matches'] {
  const labels = query.get('labelSelector');
  const fields = query.get('fieldSelector');
  const byLabels = labels ? parseLabelSelector(labels) : undefined;
  const byFields = fields ? parseFieldSelector(fields, type) : undefined;
  if (!byLabels && !byFields) {
    return undefined;
  }
  return record =>
    (!byLabels || byLabels(record.labels)) && (!byFields || byFields(record));
}

function positive(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
  }
  return Number(text) > 0 ? Number(text) : undefined;
}

function refuseContradictions(options: ListOptions, watch: boolean): void {
  const { resourceVersion, resourceVersionMatch, continueToken } = options;
  if (resourceVersion && !/^\d+$/.test(resourceVersion)) {
    throw invalidVersion(resourceVersion, watch);
  }
  const matches = ['Exact', 'NotOlderThan', undefined];
  if (!matches.includes(resourceVersionMatch)) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: "${resourceVersionMatch}": supported values: "Exact", "NotOlderThan", ""`,
        field: 'resourceVersionMatch',
      },
    ]);
  }
  if (options.sendInitialEvents && watch) {
    if (resourceVersionMatch !== 'NotOlderThan') {
      throw forbiddenMatch(
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      );
    }
    return;
  }
  if (resourceVersionMatch && !resourceVersion) {
    throw forbiddenMatch(
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (resourceVersionMatch && continueToken) {
    throw forbiddenMatch(
      'resourceVersionMatch is forbidden when continue is provided',
    );
  }
  if (resourceVersionMatch === 'Exact' && resourceVersion === '0') {
    throw forbiddenMatch(
      'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    );
  }
}

/** A watch answers 500 where a list answers 400; so does Kubernetes 1.35. */
function invalidVersion(version: string, watch: boolean): StatusError {
  const why = `resourceVersion: Invalid value: "${version}": strconv.ParseUint: parsing "${version}": invalid syntax`;
  return watch
    ? new StatusError(500, '', why)
    : badRequest(`invalid resource version: ${why}`);
}

function forbiddenMatch(why: string): StatusError {
  return invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
    {
      reason: 'FieldValueForbidden',
      message: `Forbidden: ${why}`,
      field: 'resourceVersionMatch',
    },
  ]);
}
