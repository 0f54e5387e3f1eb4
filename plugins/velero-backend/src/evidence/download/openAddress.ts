import { says } from '@appgear/backstage-plugin-velero-common';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { EvidenceError } from './EvidenceError';
import { explainAnswer, explainConnection } from './explainStorage';
import { isMetadataAddress, routableLookup } from './routableLookup';
import { StorageAccess } from './storageAccess';

/**
 * Opens a signed address. Redirects are not followed: the address comes from
 * a cluster, and must not lead the portal elsewhere.
 *
 * With an `endpoint` the connection goes there, while the `Host` header stays
 * what was signed.
 *
 * @param address - never repeated in errors: it opens the file for who holds it
 * @throws EvidenceError
 */
export async function openAddress(
  address: string,
  access: StorageAccess,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const signed = parse(address);
  const answer = await send(signed, access, signal);
  if (answer.statusCode !== 200) {
    throw await explainAnswer(answer, signed.hostname);
  }
  return answer;
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new EvidenceError('storageUnreachable', says('file.noAddress'));
  }
  return url;
}

function send(
  signed: URL,
  { endpoint, ca }: StorageAccess,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const to = endpoint ?? signed;
  const host = to.hostname.replace(/^\[|\]$/g, '');
  if (isMetadataAddress(host)) {
    throw new EvidenceError(
      'storageUnreachable',
      says('file.noBucket', { host }),
    );
  }
  const transport = to.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = transport.request({
      host,
      port: to.port || undefined,
      path: signed.pathname + signed.search,
      servername: isIP(host) ? undefined : host,
      lookup: routableLookup,
      ca,
      signal,
      headers: {
        Host: signed.host,
        'Accept-Encoding': 'identity',
        'User-Agent': 'backstage-plugin-velero',
      },
    });
    request.on('error', error =>
      reject(signal.aborted ? error : explainConnection(error, host)),
    );
    request.on('response', answer => {
      request.on('error', error => answer.destroy(error));
      resolve(answer);
    });
    request.end();
  });
}
