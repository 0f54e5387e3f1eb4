import {
  EvidenceFailure,
  Sentence,
} from '@appgear/backstage-plugin-velero-common';
import { BucketError } from './BucketError';

/** What the AWS client throws, as far as it is repeated: its own text may be of the bucket. */
interface Thrown {
  name?: string;
  /** A number on what is aborted. */
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

/** What codes of S3 say that their status does not, or says wrongly. */
const MEANT_BY: Record<string, [EvidenceFailure, Sentence]> = {
  NoSuchKey: ['missing', 'bucket.fileMissing'],
  NoSuchBucket: ['storageFailed', 'bucket.absent'],
  SignatureDoesNotMatch: ['storageRefused', 'bucket.signatureDiffers'],
  InvalidAccessKeyId: ['storageRefused', 'bucket.keyUnknown'],
  // The same from a versitygw, as 404.
  XAdminUserNotFound: ['storageRefused', 'bucket.keyUnknown'],
  RequestTimeTooSkewed: ['storageRefused', 'bucket.clocksDiffer'],
  AuthorizationHeaderMalformed: ['storageRefused', 'bucket.regionDiffers'],
};

/** Says why a bucket did not answer, or what it refused. */
export function explainBucket(error: unknown, bucket: string): BucketError {
  if (error instanceof BucketError) {
    return error;
  }
  const { name = '', code, $metadata } = error as Thrown;
  const status = $metadata?.httpStatusCode;
  if (name === 'CredentialsProviderError') {
    return new BucketError('storageRefused', 'bucket.noCredentials', {
      bucket,
    });
  }
  if (status === undefined || status === 200) {
    return explainConnection(word(code) ?? word(name), bucket);
  }
  const said = [status, word(name)].filter(Boolean).join(' ');
  const [failure, sentence] = MEANT_BY[name] ?? meantByStatus(status);
  return new BucketError(failure, sentence, { bucket, said });
}

function meantByStatus(status: number): [EvidenceFailure, Sentence] {
  if (status >= 300 && status < 400) {
    return ['redirected', 'bucket.elsewhere'];
  }
  return [401, 403].includes(status)
    ? ['storageRefused', 'bucket.refuses']
    : ['storageFailed', 'bucket.fails'];
}

function explainConnection(code: string | undefined, bucket: string) {
  const params = { bucket, said: code ? ` (${code})` : '' };
  return code && isOfCertificates(code)
    ? new BucketError('storageUntrusted', 'bucket.untrusted', params)
    : new BucketError('storageUnreachable', 'bucket.unreachable', params);
}

/** Whether Node's code of a failed connection says that a certificate is not trusted. */
export function isOfCertificates(code: string): boolean {
  return /CERT|^ERR_TLS|SIGNED|VERIFY|ISSUER/.test(code);
}

/** Codes are repeated, sentences are not. */
function word(text: unknown): string | undefined {
  return typeof text === 'string' && /^[A-Za-z0-9_]{1,64}$/.test(text)
    ? text
    : undefined;
}
