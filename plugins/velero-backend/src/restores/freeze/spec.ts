import { RestoreSpec } from '@appgear/backstage-plugin-velero-common';

/**
 * A spec without what says nothing: nulls, empty lists and empty objects,
 * which Velero reads like absent fields. `orLabelSelectors` and the contents
 * of lists are left alone: there an empty selector means "everything".
 */
export function withoutEmptyFields(spec: RestoreSpec): RestoreSpec {
  return Object.fromEntries(
    Object.entries(spec).filter(([, value]) => !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  return Object.keys(value).length === 0;
}

/**
 * Drops mappings of a namespace to itself. Velero does not read them as
 * nothing: any key of `namespaceMapping` makes it rename the PVs of that
 * namespace to `velero-clone-…` (pkg/restore/restore.go, shouldRenamePV).
 */
export function withoutIdentityMappings(spec: RestoreSpec): RestoreSpec {
  const mapping = Object.entries(spec.namespaceMapping ?? {}).filter(
    ([from, to]) => from !== to,
  );
  return withoutEmptyFields({
    ...spec,
    namespaceMapping: Object.fromEntries(mapping),
  });
}
