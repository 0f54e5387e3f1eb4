import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { Access } from './Credentials';

/** Where the kernel starts to ask a silent connection whether it is still there. */
const KEEP_ALIVE_MS = 15_000;

/**
 * The connections to one cluster. All share one TLS context: parsing the
 * authority's certificates again for each would take most of the time, and of
 * the memory, of fifty clusters with seven watches each.
 */
export class Connections {
  #agent: https.Agent | undefined;
  #material = '';

  /** @throws Node's error when certificates or keys are not in PEM format */
  agentFor({ server, options, viaProxy }: Access): http.Agent {
    if (viaProxy || server.protocol === 'http:') {
      return options.agent as http.Agent;
    }
    const { ca, cert, key, servername, rejectUnauthorized } = options;
    const material = [ca, cert, key, servername, rejectUnauthorized].join('\n');
    if (!this.#agent || material !== this.#material) {
      this.releaseIdle();
      this.#agent = new https.Agent({
        keepAlive: true,
        keepAliveMsecs: KEEP_ALIVE_MS,
        secureContext: tls.createSecureContext({ ca, cert, key }),
        servername,
        rejectUnauthorized,
      });
      this.#material = material;
    }
    return this.#agent;
  }

  releaseIdle(): void {
    for (const socket of Object.values(this.#agent?.freeSockets ?? {}).flat()) {
      socket?.destroy();
    }
  }

  close(): void {
    this.#agent?.destroy();
  }
}
