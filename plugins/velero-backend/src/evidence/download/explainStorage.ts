import { says, Sentence } from '@appgear/backstage-plugin-velero-common';
import { IncomingMessage } from 'node:http';
import { isOfCertificates } from '../../buckets';
import { readText } from '../../clusters/readText';
import { EvidenceError } from './EvidenceError';

const MAX_ERROR_BYTES = 16 * 1024;

/** By the code of S3's error document, refusals that are not about rights. */
const REFUSED = new Map<string, Sentence>([
  ['SignatureDoesNotMatch', 'file.signatureDiffers'],
  ['RequestTimeTooSkewed', 'file.clocksDiffer'],
]);

/** Says why no connection to a bucket came to be. */
export function explainConnection(error: Error, host: string): EvidenceError {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (isOfCertificates(code)) {
    return new EvidenceError(
      'storageUntrusted',
      says('file.untrusted', { host, code }),
    );
  }
  return new EvidenceError(
    'storageUnreachable',
    says('file.unreachable', { host, said: code && ` (${code})` }),
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
      says('file.redirected', { host, status }),
    );
  }
  const code = await readCode(answer);
  const said = code ? `${status} ${code}` : String(status);
  // A bucket or a key that is not known is 404, too, and no missing file.
  if (status === 404 && (code === undefined || code === 'NoSuchKey')) {
    return new EvidenceError('missing', says('file.missing', { said }));
  }
  if (status === 401 || status === 403) {
    return new EvidenceError(
      'storageRefused',
      says(REFUSED.get(code ?? '') ?? 'file.refused', { host, said }),
    );
  }
  return new EvidenceError(
    'storageFailed',
    says('file.storageFails', { host, said }),
  );
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
