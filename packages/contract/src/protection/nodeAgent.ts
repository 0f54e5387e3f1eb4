import { setTimeout } from 'node:timers/promises';
import type { VeleroCluster } from '../velero/VeleroCluster';
import { NODE_WITH_AGENT } from './things';

/**
 * A cluster's node agent, as far as Velero's server sees it: a pod that runs,
 * on one node. Where nothing runs on nodes its work is done by hand: each
 * PodVolumeBackup is said to be completed. What Velero makes of that is real.
 *
 * @returns how to stop
 */
export async function startNodeAgent(
  cluster: VeleroCluster,
  byHand: boolean,
): Promise<() => Promise<void>> {
  const pods = '/api/v1/namespaces/velero/pods';
  const { metadata } = await cluster.create(pods, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: 'node-agent-',
      labels: { name: 'node-agent', role: 'node-agent' },
    },
    spec: {
      nodeName: NODE_WITH_AGENT,
      containers: [{ name: 'node-agent', image: 'velero.example/velero:1' }],
    },
  });
  cluster.takeAwayAtOnce(`${pods}/${metadata.name}`);
  await cluster.patchStatus(`${pods}/${metadata.name}`, { phase: 'Running' });
  if (!byHand) {
    return async () => {};
  }
  const stop = new AbortController();
  const working = work(cluster, stop.signal);
  return async () => {
    stop.abort();
    await working;
  };
}

async function work(
  cluster: VeleroCluster,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const { metadata, status } of await cluster.list('podvolumebackups')) {
      if (!['Completed', 'Failed'].includes(status?.phase)) {
        await complete(cluster, metadata.name);
      }
    }
    // The agent's own pace: nothing waits for it.
    await setTimeout(300);
  }
}

async function complete(cluster: VeleroCluster, name: string): Promise<void> {
  const at = new Date().toISOString().replace(/\.\d+/, '');
  await cluster.wire.mergePatch(cluster.path('podvolumebackups', name), {
    status: {
      phase: 'Completed',
      snapshotID: 'of-a-volume-without-data',
      startTimestamp: at,
      completionTimestamp: at,
      progress: { totalBytes: 1, bytesDone: 1 },
    },
  });
}
