import { KubeConfig } from '@kubernetes/client-node';
import path from 'node:path';
import { ClusterConfig } from '../config';
import { CredentialsError } from './KubeError';

/**
 * Reads how to reach a cluster, from the files as they are now.
 *
 * @throws CredentialsError that names what is missing, in the words of the configuration
 */
export function loadKubeConfig(cluster: ClusterConfig): KubeConfig {
  const config = new KubeConfig();
  if (cluster.kubeconfig) {
    loadContext(config, cluster.kubeconfig);
  } else if (cluster.inCluster) {
    loadServiceAccount(config);
  } else {
    loadAddress(config, cluster);
  }
  return config;
}

function loadContext(
  config: KubeConfig,
  { file, context }: NonNullable<ClusterConfig['kubeconfig']>,
): void {
  if (file) {
    config.loadFromFile(path.resolve(file));
  } else {
    config.loadFromDefault();
  }
  if (!config.getContextObject(context)) {
    const known = config.getContexts().map(({ name }) => name);
    throw known.length > 0
      ? new CredentialsError('cluster.noContext', {
          context,
          known: known.join(', '),
        })
      : new CredentialsError('cluster.noContexts', { context });
  }
  config.setCurrentContext(context);
  if (!config.getCurrentCluster() || !config.getCurrentUser()) {
    throw new CredentialsError('cluster.contextIncomplete', { context });
  }
}

function loadServiceAccount(config: KubeConfig): void {
  if (!process.env.KUBERNETES_SERVICE_HOST) {
    throw new CredentialsError('cluster.notInPod');
  }
  config.loadFromCluster();
}

function loadAddress(
  config: KubeConfig,
  { name, url, tokenFile, caFile }: ClusterConfig,
): void {
  config.loadFromClusterAndUser(
    {
      name,
      server: url!.replace(/\/$/, ''),
      caFile: path.resolve(caFile!),
      skipTLSVerify: false,
    },
    {
      name,
      authProvider: {
        name: 'tokenFile',
        config: { tokenFile: path.resolve(tokenFile!) },
      },
    },
  );
}
