import {
  isVeleroAtLeast,
  RestoreSpec,
  VeleroVersion,
} from '@appgear/backstage-plugin-velero-common';

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

/** Fields that a spec uses and this Velero does not know, each with its age. */
export function unknownFields(
  spec: RestoreSpec,
  version: VeleroVersion | undefined,
): string[] {
  if (!version) return [];
  return YOUNGER_FIELDS.filter(
    ({ isUsed, since }) => isUsed(spec) && !isVeleroAtLeast(version, ...since),
  ).map(({ field, since }) => `${field} (Velero ${since.join('.')} and newer)`);
}
