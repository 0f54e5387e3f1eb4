import { once } from 'node:events';
import { createServer, type Server as HttpsServer } from 'node:https';
import type { RequestListener } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import type { ServingCertificate } from './certificates';

const HOST = '127.0.0.1';
/** As kube-apiserver has it: much longer than Node's own, so that clients find connections open. */
const IDLE_TIMEOUT_MS = 90_000;

/**
 * One loopback port with TLS. The TCP server stands in front of the HTTPS
 * server, so that connections can be accepted and left alone, and the port can
 * be given up and taken again.
 */
export class Listener {
  readonly #tcp: TcpServer;
  readonly #https: HttpsServer;
  readonly #sockets = new Set<Socket>();
  #port: number;
  #holding = false;
  #bytesOfClosed = 0;

  constructor(
    port: number,
    certificate: ServingCertificate,
    handle: RequestListener,
  ) {
    this.#port = port;
    this.#https = createServer(certificate, handle);
    this.#https.keepAliveTimeout = IDLE_TIMEOUT_MS;
    // a client that goes away in the middle of a handshake is nobody's error
    this.#https.on('tlsClientError', () => {});
    this.#tcp = createTcpServer({ noDelay: true }, socket =>
      this.#accept(socket),
    );
  }

  /** Known once it listens. */
  get port(): number {
    return this.#port;
  }

  get connectionCount(): number {
    return this.#sockets.size;
  }

  get bytesSent(): number {
    return [...this.#sockets].reduce(
      (sum, { bytesWritten }) => sum + bytesWritten,
      this.#bytesOfClosed,
    );
  }

  /** @throws Error with `code` and `port`, when something else has it */
  async listen(): Promise<void> {
    this.#tcp.listen(this.#port, HOST);
    await once(this.#tcp, 'listening');
    this.#port = (this.#tcp.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.#tcp.listening) {
      return;
    }
    const closed = once(this.#tcp, 'close');
    this.#tcp.close();
    this.destroyConnections();
    await closed;
  }

  /** Accepts new connections without ever reading from them, or not any more. */
  hold(on: boolean): void {
    this.#holding = on;
  }

  destroyConnections(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  /** For connections from now on. */
  useCertificate(certificate: ServingCertificate): void {
    this.#https.setSecureContext(certificate);
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#bytesOfClosed += socket.bytesWritten;
    });
    if (this.#holding) {
      socket.on('error', () => {});
    } else {
      this.#https.emit('connection', socket);
    }
  }
}
