/** @public */
export interface VeleroVersion {
  major: number;
  minor: number;
  patch: number;
}

/** The oldest Velero that the plugin reads. @public */
export const OLDEST_VELERO: VeleroVersion = { major: 1, minor: 13, patch: 0 };

/** The newest Velero that the plugin was tested with. @public */
export const NEWEST_VELERO: VeleroVersion = { major: 1, minor: 18, patch: 2 };

/**
 * Reads `v1.18.2`, `1.18` and `v1.18.0-rc.1`; undefined for what is not a
 * version, such as `main`.
 *
 * @public
 */
export function parseVeleroVersion(text: string): VeleroVersion | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [major, minor, patch] = match.slice(1).map(part => Number(part ?? 0));
  return { major, minor, patch };
}

/** Such as `v1.18.2`. @public */
export function formatVeleroVersion(version: VeleroVersion): string {
  return `v${version.major}.${version.minor}.${version.patch}`;
}

/** Whether a version is the given one or newer. @public */
export function isVeleroAtLeast(
  version: VeleroVersion,
  major: number,
  minor: number,
  patch: number = 0,
): boolean {
  if (version.major !== major) {
    return version.major > major;
  }
  if (version.minor !== minor) {
    return version.minor > minor;
  }
  return version.patch >= patch;
}
