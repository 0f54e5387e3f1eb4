import { IncomingMessage } from 'node:http';
import { isOfCertificates } from '../../buckets';
import { readText } from '../../clusters/readText';
import { EvidenceError } from './EvidenceError';

const MAX_ERROR_BYTES = 16 * 1024;

const INTERNAL_HOST_HINT =
  'If the location names a host that only the cluster can reach, set publicUrl in its config, or endpoint under velero.evidence.storages of the portal.';

/** Says why no connection to a bucket came to be. */
export function explainConnection(error: Error, host: string): EvidenceError {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (isOfCertificates(code)) {
    return new EvidenceError(
      'storageUntrusted',
      `The certificate of ${host} is not trusted (${code}).`,
      'Give the authority of the bucket as caCert in the location, or as caFile under velero.evidence.storages.',
    );
  }
  return new EvidenceError(
    'storageUnreachable',
    `${host} cannot be reached from the portal${code && ` (${code})`}.`,
    INTERNAL_HOST_HINT,
  );
}

/** Says why a bucket did not hand out a file. */
export async function explainAnswer(
  answer: IncomingMessage,
  host: string,
): Promise<EvidenceError> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    answer.destroy();
    return new EvidenceError(
      'redirected',
      `${host} sends elsewhere (${status}); redirects are not followed.`,
      'Check region and s3Url in the config of the location.',
    );
  }
  const code = await readCode(answer);
  const said = code ? `${status} ${code}` : String(status);
  if (status === 404) {
    return new EvidenceError(
      'missing',
      `The file is not in the bucket (${said}).`,
      'Velero did not upload it, or somebody deleted it.',
    );
  }
  if (status === 401 || status === 403) {
    return new EvidenceError(
      'storageRefused',
      `${host} refuses to hand out the file (${said}).`,
      hintFor(code),
    );
  }
  return new EvidenceError('storageFailed', `${host} answers ${said}.`);
}

function hintFor(code: string | undefined): string {
  switch (code) {
    case 'SignatureDoesNotMatch':
      return 'Something between the portal and the bucket changes the Host header or the path, which are signed.';
    case 'RequestTimeTooSkewed':
      return 'Compare the clocks of the cluster and the storage.';
    default:
      return 'Check the rights of the credentials that Velero signs with. Storages also answer so for a missing file when those may not list the bucket.';
  }
}

/** The code of S3's error document, such as `NoSuchKey`; its text is not repeated. */
async function readCode(answer: IncomingMessage): Promise<string | undefined> {
  try {
    const body = await readText(answer, MAX_ERROR_BYTES);
    return /<Code>([A-Za-z]{1,64})<\/Code>/.exec(body)?.[1];
  } catch {
    return undefined;
  }
}
