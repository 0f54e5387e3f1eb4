import { KubeConfig } from '@kubernetes/client-node';
import http from 'node:http';
import https from 'node:https';
import { CredentialsError } from './KubeError';

const PLUGIN_TIMEOUT_MS = 30_000;

/** Where a cluster is, and how the portal proves who it is. */
export interface Access {
  server: URL;
  /** TLS material, headers, and the agent when a proxy is in between. */
  options: https.RequestOptions;
  viaProxy: boolean;
  /** The kubeconfig says not to look at the server's certificate. */
  unverified: boolean;
}

/**
 * One cluster's identity of the portal. Tokens, certificates and plugins are
 * client-node's business; it reads token files again every minute, and
 * `reload` reads everything again at once.
 */
export class Credentials {
  readonly #load: () => KubeConfig;
  #config: KubeConfig | undefined;

  constructor(load: () => KubeConfig) {
    this.#load = load;
  }

  reload(): void {
    this.#config = undefined;
  }

  /** @throws CredentialsError when a file is missing, or a plugin fails */
  async access(): Promise<Access> {
    try {
      this.#config ??= this.#load();
      const cluster = this.#config.getCurrentCluster()!;
      const options: https.RequestOptions = {};
      await inTime(this.#config.applyToHTTPSOptions(options));
      trimToken(options);
      return {
        server: new URL(cluster.server),
        options,
        viaProxy: Boolean(cluster.proxyUrl),
        unverified: options.rejectUnauthorized === false,
      };
    } catch (error) {
      throw asCredentialsError(error);
    }
  }
}

/** A plugin that waits for input, or for a network that is away, never ends. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CredentialsError('cluster.pluginSilent')),
      PLUGIN_TIMEOUT_MS,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Editors end token files with a newline, which no header may hold. */
function trimToken(options: https.RequestOptions): void {
  const headers = options.headers as http.OutgoingHttpHeaders | undefined;
  if (typeof headers?.Authorization === 'string') {
    headers.Authorization = headers.Authorization.trim();
  }
}

/**
 * What a credentials plugin wrote may hold secrets, so of foreign errors only
 * those of the file system, which name a path, are repeated.
 */
function asCredentialsError(cause: unknown): CredentialsError {
  if (cause instanceof CredentialsError) {
    return cause;
  }
  const { code = '', path, syscall = '' } = cause as NodeJS.ErrnoException;
  if (syscall.startsWith('spawn')) {
    return new CredentialsError('cluster.pluginFails', {
      path: path ?? '',
      code,
    });
  }
  if (path) {
    return new CredentialsError('cluster.fileUnreadable', { path, code });
  }
  return new CredentialsError('cluster.kubeconfigUnusable');
}
