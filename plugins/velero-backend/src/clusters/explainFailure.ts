import {
  Problem,
  says,
  Sentence,
} from '@appgear/backstage-plugin-velero-common';
import { CredentialsError, KubeError, SilenceError } from './KubeError';

/** By the code that Node gives its errors of the network and of TLS. */
const SAID_OF: Record<string, Sentence> = {
  ECONNREFUSED: 'cluster.nothingListens',
  ECONNRESET: 'cluster.closed',
  EPIPE: 'cluster.closed',
  ENOTFOUND: 'cluster.nameUnknown',
  EAI_AGAIN: 'cluster.noDns',
  ETIMEDOUT: 'cluster.notInTime',
  EHOSTUNREACH: 'cluster.noWay',
  ENETUNREACH: 'cluster.noWay',

  SELF_SIGNED_CERT_IN_CHAIN: 'cluster.untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'cluster.untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'cluster.untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'cluster.untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'cluster.untrusted',
  CERT_SIGNATURE_FAILURE: 'cluster.untrusted',
  CERT_HAS_EXPIRED: 'cluster.certificateExpired',
  CERT_NOT_YET_VALID: 'cluster.certificateNotYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'cluster.certificateOfAnother',
};

/** Says what kept the portal from reading a cluster, and how to mend it. */
export function explainFailure(error: unknown): Problem {
  if (error instanceof KubeError) {
    return explainRefusal(error);
  }
  if (error instanceof CredentialsError) {
    return error.problem;
  }
  if (error instanceof SilenceError) {
    return says('cluster.silent', { seconds: error.seconds });
  }
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^ERR_OSSL/.test(code)) {
    return says('cluster.notPem');
  }
  if (Object.hasOwn(SAID_OF, code)) {
    return says(SAID_OF[code]);
  }
  return code
    ? says('cluster.unreadableFor', { code })
    : says('cluster.unreadable');
}

function explainRefusal({ status, message }: KubeError): Problem {
  switch (status) {
    case 401:
      return says('cluster.credentialsRefused');
    case 403:
      return says('cluster.forbids', { said: message });
    case 429:
      return says('cluster.overloaded');
    default:
      return says('cluster.refuses', { status, said: message });
  }
}
