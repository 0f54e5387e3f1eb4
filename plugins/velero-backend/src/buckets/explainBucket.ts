import { EvidenceFailure } from '@appgear/backstage-plugin-velero-common';
import { BucketError } from './BucketError';

/** What the AWS client throws, as far as it is repeated: its own text may be of the bucket. */
interface Thrown {
  name?: string;
  /** A number on what is aborted. */
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

const RIGHTS_HINT =
  'The credentials need s3:ListBucket on the bucket and s3:GetObject below its backups folder.';

/** By the code that S3 answers. */
const HINTS: Record<string, string> = {
  NoSuchBucket: 'Check bucket, region and endpoint under velero.buckets.',
  SignatureDoesNotMatch:
    'Check secretAccessKey under velero.buckets; or something on the way changes the Host header.',
  InvalidAccessKeyId: 'Check accessKeyId under velero.buckets.',
  RequestTimeTooSkewed: 'Compare the clocks of the portal and the storage.',
};

/** Says why a bucket did not answer, or what it refused. */
export function explainBucket(error: unknown, bucket: string): BucketError {
  if (error instanceof BucketError) {
    return error;
  }
  const { name = '', code, $metadata } = error as Thrown;
  const status = $metadata?.httpStatusCode;
  if (name === 'CredentialsProviderError') {
    return new BucketError(
      'storageRefused',
      `The portal has no credentials for bucket ${bucket}.`,
      'Give accessKeyId and secretAccessKey under velero.buckets, or credentials where AWS clients look for them.',
    );
  }
  if (status === undefined || status === 200) {
    return explainConnection(word(code) ?? word(name), bucket);
  }
  const said = [status, word(name)].filter(Boolean).join(' ');
  return new BucketError(
    failureOf(status, name),
    sentence(status, name, bucket, said),
    HINTS[name] ?? ([401, 403].includes(status) ? RIGHTS_HINT : undefined),
  );
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

function sentence(status: number, name: string, bucket: string, said: string) {
  switch (failureOf(status, name)) {
    case 'missing':
      return `The file is not in bucket ${bucket} (${said}).`;
    case 'redirected':
      return `Bucket ${bucket} is elsewhere (${said}); check region and endpoint.`;
    case 'storageRefused':
      return `Bucket ${bucket} refuses to be read (${said}).`;
    default:
      return `Bucket ${bucket} answers ${said}.`;
  }
}

function explainConnection(code: string | undefined, bucket: string) {
  const because = code ? ` (${code})` : '';
  if (code && /CERT|^ERR_TLS|SIGNED|VERIFY|ISSUER/.test(code)) {
    return new BucketError(
      'storageUntrusted',
      `The certificate of bucket ${bucket} is not trusted${because}.`,
      'Give the authority as caFile under velero.buckets.',
    );
  }
  return new BucketError(
    'storageUnreachable',
    `Bucket ${bucket} cannot be reached from the portal${because}.`,
    'Check endpoint and region under velero.buckets, and the way there.',
  );
}

/** Codes are repeated, sentences are not. */
function word(text: unknown): string | undefined {
  return typeof text === 'string' && /^[A-Za-z0-9_]{1,64}$/.test(text)
    ? text
    : undefined;
}
