import { Problem } from '@appgear/backstage-plugin-velero-common';
import { CredentialsError, KubeError, SilenceError } from './KubeError';

const CA_HINT =
  'If the authority of the cluster was replaced, put its new certificate into caFile or the kubeconfig; the portal reads it again by itself.';

const NETWORK: Record<string, Problem> = {
  ECONNREFUSED: {
    message: 'Nothing accepts connections at the address of the API server.',
    hint: 'Check that the API server runs, and its address in the configuration.',
  },
  ECONNRESET: { message: 'The API server closed the connection.' },
  EPIPE: { message: 'The API server closed the connection.' },
  ENOTFOUND: {
    message: 'The name of the API server is not known to DNS.',
    hint: 'Check the address in the configuration.',
  },
  EAI_AGAIN: { message: 'DNS does not answer.' },
  ETIMEDOUT: { message: 'The API server cannot be reached in time.' },
  EHOSTUNREACH: { message: 'There is no way to the API server from here.' },
  ENETUNREACH: { message: 'There is no way to the API server from here.' },
};

const UNTRUSTED: Problem = {
  message:
    'The certificate of the API server is not signed by the configured authority.',
  hint: CA_HINT,
};

const TLS: Record<string, Problem> = {
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
  CERT_HAS_EXPIRED: {
    message: 'The certificate of the API server has expired.',
    hint: 'Renew it on the cluster.',
  },
  CERT_NOT_YET_VALID: {
    message: 'The certificate of the API server is not valid yet.',
    hint: 'Compare the clocks of the portal and the cluster.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    message: 'The certificate of the API server is for another name.',
    hint: 'Use an address that the certificate names, or tls-server-name in the kubeconfig.',
  },
};

/** Says what kept the portal from reading a cluster, and how to mend it. */
export function explainFailure(error: unknown): Problem {
  if (error instanceof KubeError) {
    return explainRefusal(error);
  }
  if (error instanceof CredentialsError) {
    return {
      message: `The credentials cannot be used: ${error.message}.`,
      hint: 'Check the kubeconfig, tokenFile or caFile of the cluster; they are read again by themselves.',
    };
  }
  if (error instanceof SilenceError) {
    return { message: `The API server does not answer: ${error.message}.` };
  }
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^ERR_OSSL/.test(code)) {
    return {
      message: 'A configured certificate or key is not in PEM format.',
      hint: 'Check caFile, or the certificates in the kubeconfig.',
    };
  }
  return (
    NETWORK[code] ??
    TLS[code] ?? {
      message: `The API server cannot be read${code && ` (${code})`}.`,
    }
  );
}

function explainRefusal({ status, message }: KubeError): Problem {
  switch (status) {
    case 401:
      return {
        message:
          'The API server does not accept the credentials of the portal.',
        hint: 'Renew the token or client certificate; it is read again by itself.',
      };
    case 403:
      return {
        message,
        hint: 'Grant what deploy/rbac.yaml lists to the identity of the portal.',
      };
    case 429:
      return {
        message: 'The API server is overloaded and asks to wait (429).',
      };
    default:
      return { message: `The API server refuses (${status}): ${message}` };
  }
}
