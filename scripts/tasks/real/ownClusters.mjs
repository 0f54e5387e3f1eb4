import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KubeConfig, CoreV1Api } from '@kubernetes/client-node';
import { Failure } from '../../toolchain/failure.mjs';
import { localPath } from '../../toolchain/paths.mjs';
import { atEnd } from '../../toolchain/processes.mjs';

const NAMESPACE = 'velero';
const ACCOUNT = 'backstage-velero';
const HOUR = 3600;

/**
 * Describes the clusters of a kubeconfig, one per context, as the test bed does
 * its own: with the person's identity and with a token of an hour for the
 * account of deploy/rbac.yaml. Resolves to where that is written, until the end.
 *
 * @throws Failure when the file has no context, or a cluster gives no token
 */
export async function ownClusters(file) {
  const all = load(file);
  const folder = localPath('own-clusters');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Somebody's credentials do not stay behind.
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const clusters = [];
  for (const { name } of all.contexts) {
    clusters.push(await describe(load(file), name, folder));
  }
  const stateFile = path.join(folder, 'state.json');
  write(stateFile, JSON.stringify({ clusters }, undefined, 2));
  return { clusters, stateFile };
}

function load(file) {
  const config = new KubeConfig();
  try {
    config.loadFromFile(path.resolve(file));
  } catch (error) {
    throw new Failure(`${file} is no kubeconfig: ${error.message}`);
  }
  if (config.contexts.length > 0) return config;
  throw new Failure(`${file} has no context: name a cluster in it.`);
}

async function describe(config, name, folder) {
  config.setCurrentContext(name);
  const token = await pluginToken(config, name);
  const at = user => path.join(folder, `${encodeURIComponent(name)}-${user}`);
  write(at('admin'), config.exportConfig());
  const plugin = new KubeConfig();
  plugin.loadFromClusterAndUser(config.getCurrentCluster(), {
    name: ACCOUNT,
    token,
  });
  write(at('plugin'), plugin.exportConfig());
  return {
    name,
    adminKubeconfig: at('admin'),
    pluginKubeconfig: at('plugin'),
    veleroNamespace: NAMESPACE,
  };
}

async function pluginToken(config, name) {
  try {
    const { status } = await config
      .makeApiClient(CoreV1Api)
      .createNamespacedServiceAccountToken({
        name: ACCOUNT,
        namespace: NAMESPACE,
        body: { spec: { audiences: [], expirationSeconds: HOUR } },
      });
    return status.token;
  } catch (error) {
    throw new Failure(
      `${name} gives no token for ${NAMESPACE}/${ACCOUNT} (${
        error.code ?? error.message
      }): apply deploy/rbac.yaml, and use an identity that may create tokens.`,
    );
  }
}

const write = (file, text) => writeFileSync(file, text, { mode: 0o600 });
