import {
  formatVeleroVersion,
  parseVeleroVersion,
} from '@appgear/backstage-plugin-velero-common';
import { KubeClient, KubeError } from '../../clusters';
import { Raw, VELERO_API } from '../records';

/** Who a cluster is. */
export interface ClusterIdentity {
  /** The uid of `kube-system`: another uid is another cluster behind the same address. */
  uid: string | undefined;
  kubernetesVersion: string | undefined;
  veleroVersion: string | undefined;
}

/** Of `velero.io/v1`; undefined when the identity may not ask. */
export type VeleroApi = 'served' | 'absent' | undefined;

/**
 * Meets a cluster: is it there, does it accept the identity, and who is it.
 *
 * @throws what keeps the portal from reading it, as `KubeClient.json` does
 */
export async function greetCluster(
  client: KubeClient,
  veleroNamespace: string,
  signal: AbortSignal,
): Promise<ClusterIdentity> {
  const read = (path: string) => readIfAllowed(client, path, signal);
  const [version, kubeSystem, deployment] = await Promise.all([
    read('/version'),
    read('/api/v1/namespaces/kube-system'),
    read(`/apis/apps/v1/namespaces/${veleroNamespace}/deployments/velero`),
  ]);
  return {
    uid: kubeSystem?.at('metadata').text('uid'),
    kubernetesVersion: version?.text('gitVersion'),
    veleroVersion: deployment && imageVersion(deployment),
  };
}

/** Asks for Velero's API; also serves as the sign of life. @throws as `greetCluster` */
export async function findVeleroApi(
  client: KubeClient,
  options: { signal: AbortSignal; silenceMs?: number },
): Promise<VeleroApi> {
  try {
    await client.json({ path: VELERO_API, ...options });
    return 'served';
  } catch (error) {
    if (error instanceof KubeError && error.status === 404) {
      return 'absent';
    }
    if (error instanceof KubeError && error.status === 403) {
      return undefined;
    }
    throw error;
  }
}

async function readIfAllowed(
  client: KubeClient,
  path: string,
  signal: AbortSignal,
): Promise<Raw | undefined> {
  try {
    return new Raw(await client.json({ path, signal }));
  } catch (error) {
    if (error instanceof KubeError && [403, 404].includes(error.status)) {
      return undefined;
    }
    throw error;
  }
}

/** Reads `velero/velero:v1.18.2`; a digest or another tag says nothing. */
function imageVersion(deployment: Raw): string | undefined {
  const containers = deployment
    .at('spec')
    .at('template')
    .at('spec')
    .list('containers');
  for (const container of containers) {
    const tag = /:([^:/@]+)(@|$)/.exec(container.text('image') ?? '')?.[1];
    const version = tag && parseVeleroVersion(tag);
    if (container.text('name') === 'velero' && version) {
      return formatVeleroVersion(version);
    }
  }
  return undefined;
}
