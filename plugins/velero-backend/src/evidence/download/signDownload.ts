import {
  DownloadRequest,
  DownloadRequestSpec,
} from '@appgear/backstage-plugin-velero-common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainFailure, KubeClient, KubeError } from '../../clusters';
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
  try {
    await create(signer, name, target, signal);
    return await waitForAddress(signer, name, target, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof EvidenceError ? error : refusedBy(signer, error);
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
  signal: AbortSignal,
): Promise<void> {
  await signer.client.json({
    method: 'POST',
    path: pathOf(signer),
    signal,
    body: {
      apiVersion: 'velero.io/v1',
      kind: 'DownloadRequest',
      metadata: { name, namespace: signer.veleroNamespace },
      spec: { target },
    },
  });
}

async function waitForAddress(
  signer: Signer,
  name: string,
  target: DownloadTarget,
  signal: AbortSignal,
): Promise<string> {
  const deadline = Date.now() + signer.signingTimeout;
  for (
    let wait = FIRST_LOOK_MS;
    Date.now() < deadline;
    wait = Math.min(2 * wait, LONGEST_WAIT_MS)
  ) {
    await sleep(wait, undefined, { signal });
    const path = pathOf(signer, name);
    const request = await signer.client.json<DownloadRequest>({ path, signal });
    const address = request.status?.downloadURL;
    if (typeof address === 'string' && address !== '') {
      return address;
    }
  }
  throw new EvidenceError(
    'notSigned',
    `Velero on ${signer.client.cluster} gave no address for ${target.kind} of ${target.name} in time.`,
    'Check that the Velero server runs, that it knows this backup, and that the location of the backup is available.',
  );
}

function remove(signer: Signer, name: string): void {
  signer.client
    .json({ method: 'DELETE', path: pathOf(signer, name) })
    .catch(() => {});
}

function refusedBy({ client }: Signer, error: unknown): EvidenceError {
  const { message, hint } = explainFailure(error);
  const refused = error instanceof KubeError && error.status === 403;
  return new EvidenceError(
    refused ? 'notAllowed' : 'clusterUnreachable',
    `${client.cluster}: ${message}`,
    hint,
  );
}
