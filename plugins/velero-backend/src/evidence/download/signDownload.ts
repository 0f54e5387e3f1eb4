import {
  DownloadRequest,
  DownloadRequestSpec,
  says,
} from '@appgear/backstage-plugin-velero-common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  explainFailure,
  KubeClient,
  KubeError,
  KubeRequest,
} from '../../clusters';
import { askPatiently, Patience } from './askPatiently';
import { EvidenceError } from './EvidenceError';

/** Which of a backup's files, in Velero's own words. */
export type DownloadTarget = DownloadRequestSpec['target'];

/** Where DownloadRequests are made. */
export interface Signer {
  client: KubeClient;
  veleroNamespace: string;
  /** Milliseconds. */
  signingTimeout: number;
}

const FIRST_LOOK_MS = 50;
const LONGEST_WAIT_MS = 1000;

/**
 * Asks a cluster's Velero for the signed address of a file. Velero signs
 * whether or not the file exists, and never answers for a backup that it does
 * not know (pkg/controller/download_request_controller.go).
 *
 * @throws EvidenceError
 */
export async function signDownload(
  signer: Signer,
  target: DownloadTarget,
  signal: AbortSignal,
): Promise<string> {
  const name = `portal-${randomUUID()}`;
  const patience = { until: Date.now() + signer.signingTimeout, signal };
  try {
    await create(signer, name, target, patience);
    return await waitForAddress(signer, name, target, patience);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof EvidenceError ? error : refusedBy(error);
  } finally {
    // Velero deletes it by itself after ten minutes; thousands would gather.
    remove(signer, name);
  }
}

function pathOf({ veleroNamespace }: Signer, name?: string): string {
  const path = `/apis/velero.io/v1/namespaces/${veleroNamespace}/downloadrequests`;
  return name ? `${path}/${name}` : path;
}

async function create(
  signer: Signer,
  name: string,
  target: DownloadTarget,
  patience: Patience,
): Promise<void> {
  const request: KubeRequest = {
    method: 'POST',
    path: pathOf(signer),
    signal: patience.signal,
    body: {
      apiVersion: 'velero.io/v1',
      kind: 'DownloadRequest',
      metadata: { name, namespace: signer.veleroNamespace },
      spec: { target },
    },
  };
  await askPatiently(() => signer.client.json(request), patience);
}

async function waitForAddress(
  signer: Signer,
  name: string,
  target: DownloadTarget,
  patience: Patience,
): Promise<string> {
  const { until, signal } = patience;
  const path = pathOf(signer, name);
  let wait = FIRST_LOOK_MS;
  do {
    await sleep(wait, undefined, { signal });
    const request = await askPatiently(
      () => signer.client.json<DownloadRequest>({ path, signal }),
      patience,
    );
    const address = request.status?.downloadURL;
    if (typeof address === 'string' && address !== '') {
      return address;
    }
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  } while (Date.now() < until);
  throw new EvidenceError(
    'notSigned',
    says('file.notSigned', {
      cluster: signer.client.cluster,
      file: target.kind,
      backup: target.name,
    }),
  );
}

function remove(signer: Signer, name: string): void {
  const request: KubeRequest = { method: 'DELETE', path: pathOf(signer, name) };
  askPatiently(() => signer.client.json(request), {
    until: Date.now() + signer.signingTimeout,
  }).catch(() => {});
}

function refusedBy(error: unknown): EvidenceError {
  const refused = error instanceof KubeError && error.status === 403;
  return new EvidenceError(
    refused ? 'notAllowed' : 'clusterUnreachable',
    explainFailure(error),
  );
}
