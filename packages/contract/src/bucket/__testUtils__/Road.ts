import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { CertificateAuthority } from '@appgear/velero-sandbox/src/kubernetes/server/certificates';

/** One request that came along. */
export interface Passage {
  method: string;
  url: URL;
}

/** A way to a server, over HTTP or TLS, on which is noted what is asked. */
export class Road {
  readonly passages: Passage[] = [];
  readonly #server: http.Server | https.Server;
  readonly #scheme: string;

  private constructor(
    target: string,
    certificate?: { cert: string; key: string },
  ) {
    const pass: http.RequestListener = (request, response) => {
      const { method = '', url = '/', headers } = request;
      this.passages.push({ method, url: new URL(url, target) });
      // The host that was asked for is signed, and stays.
      const onward = http.request(new URL(url, target), { method, headers });
      onward.on('error', () => response.destroy());
      onward.on('response', answer => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    };
    this.#scheme = certificate ? 'https' : 'http';
    this.#server = certificate
      ? https.createServer(certificate, pass)
      : http.createServer(pass);
  }

  static open(target: string): Promise<Road> {
    return new Road(target).#listen();
  }

  /** With a certificate of an authority that nobody knows yet. */
  static async sealed(target: string): Promise<{ road: Road; ca: string }> {
    const authority = await CertificateAuthority.create('road');
    const road = new Road(target, await authority.issue());
    return { road: await road.#listen(), ca: authority.pem };
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#scheme}://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #listen(): Promise<Road> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }
}
