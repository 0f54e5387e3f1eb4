import { says } from '@appgear/backstage-plugin-velero-common';
import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { EvidenceStorageConfig } from '../../config';
import { StorageLocationRecord } from '../../fleet/records';
import { EvidenceError } from './EvidenceError';

/** How one bucket is reached from the portal. */
export interface StorageAccess {
  /** Where to connect instead of the host that the signed address names. */
  endpoint: URL | undefined;
  /** PEM certificates of the authorities to trust; undefined: those of Node. */
  ca: string[] | undefined;
}

/**
 * Says how to reach the bucket of a location. A cluster-internal S3 host is
 * best mended by `publicUrl` in the location's own config, which Velero signs
 * for; where that is not possible, by `endpoint` in the portal's configuration.
 *
 * @throws EvidenceError when a configured certificate cannot be read
 */
export async function storageAccess(
  location: StorageLocationRecord,
  storages: readonly EvidenceStorageConfig[],
): Promise<StorageAccess> {
  const configured = storages.find(
    ({ bucket, prefix }) =>
      bucket === trim(location.bucket) &&
      (prefix === undefined || trim(prefix) === trim(location.prefix)),
  );
  const own = [
    ...(configured?.caFile ? [await readCertificates(configured.caFile)] : []),
    ...(location.caCert ? [decode(location.caCert)] : []),
  ];
  return {
    endpoint: configured?.endpoint ? new URL(configured.endpoint) : undefined,
    ca: own.length > 0 ? [...rootCertificates, ...own] : undefined,
  };
}

function trim(path: string = ''): string {
  return path.replace(/^\/+|\/+$/g, '');
}

async function readCertificates(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new EvidenceError(
      'storageUntrusted',
      says('file.caUnreadable', { file, code }),
    );
  }
}

/** `spec.objectStorage.caCert` is PEM in base64, as Kubernetes writes bytes. */
function decode(caCert: string): string {
  return Buffer.from(caCert, 'base64').toString('utf8');
}
