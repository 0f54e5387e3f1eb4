import { isVeleroAtLeast, RestoreSpec, VeleroVersion } from '../velero';

/**
 * Fields of a RestoreSpec that are younger than the oldest Velero we read. An
 * older API server drops them without a word, so that something else would
 * run than was approved.
 * Source: config/crd of v1.13.0 to v1.18.2, velero.io_restores.yaml.
 */
const YOUNGER_FIELDS: Array<{
  field: string;
  since: [number, number];
  isUsed: (spec: RestoreSpec) => boolean;
}> = [
  {
    field: 'uploaderConfig.parallelFilesDownload',
    since: [1, 14],
    isUsed: spec => spec.uploaderConfig?.parallelFilesDownload !== undefined,
  },
];

/** A field of a RestoreSpec, and the Velero that it came with. @public */
export interface YoungerRestoreField {
  /** As a path in the spec. */
  field: string;
  /** Such as `1.14`. */
  since: string;
}

/**
 * The fields of a RestoreSpec that a Velero does not know; with a spec, only
 * those that it uses. None when the version is not known.
 *
 * @public
 */
export function restoreFieldsUnknownTo(
  version: VeleroVersion | undefined,
  spec?: RestoreSpec,
): YoungerRestoreField[] {
  if (!version) return [];
  return YOUNGER_FIELDS.filter(
    ({ isUsed, since }) =>
      !isVeleroAtLeast(version, ...since) && (!spec || isUsed(spec)),
  ).map(({ field, since }) => ({ field, since: since.join('.') }));
}
