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

/** By the code that S3 answers, where that tells what to mend. */
const SAID_OF: Record<string, Sentence> = {
  NoSuchBucket: 'bucket.absent',
  SignatureDoesNotMatch: 'bucket.signatureDiffers',
  InvalidAccessKeyId: 'bucket.keyUnknown',
  RequestTimeTooSkewed: 'bucket.clocksDiffer',
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
  const failure = failureOf(status, name);
  return new BucketError(failure, sentenceOf(failure, name), { bucket, said });
}

function failureOf(status: number, name: string): EvidenceFailure {
  if (status >= 300 && status < 400) {
    return 'redirected';
  }
  if (status === 404) {
    return name === 'NoSuchBucket' ? 'storageFailed' : 'missing';
  }
  return [401, 403].includes(status) ? 'storageRefused' : 'storageFailed';
}

function sentenceOf(failure: EvidenceFailure, name: string): Sentence {
  switch (failure) {
    case 'missing':
      return 'bucket.fileMissing';
    case 'redirected':
      return 'bucket.elsewhere';
    case 'storageRefused':
      return SAID_OF[name] ?? 'bucket.refuses';
    default:
      return SAID_OF[name] ?? 'bucket.fails';
  }
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
