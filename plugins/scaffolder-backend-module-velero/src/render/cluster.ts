/** Where things lie in the GitOps repository, and what they are called in the cluster. */
export const NAMESPACE = 'velero';
export const ACCOUNT = 'velero';
export const LOCATION = 'dr-s3-external';
export const CREDENTIALS = 'velero-cloud-credentials';
export const REPOSITORY_PASSWORD = 'velero-repo-credentials';

export const ROOT = 'apps/core/dr';
export const BASE = `${ROOT}/base`;
export const DAY_ZERO = `${ROOT}/components/day-zero`;

/** Such as `ag-br-core-dev`: Module 00's name of a cluster. */
export const clusterName = (input: { region: string; environment: string }) =>
  `ag-${input.region}-core-${input.environment}`;

export const overlayOf = (cluster: string) => `${ROOT}/overlays/${cluster}`;
