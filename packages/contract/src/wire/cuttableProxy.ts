import { once } from 'node:events';
import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/**
 * A way to a server that can be cut: TLS passes through unread, so that a
 * client cannot tell a cut from a network that failed.
 */
export class CuttableProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Connections made so far. */
  connections = 0;

  private constructor(target: URL) {
    this.#server = createServer(client => {
      this.connections++;
      const upstream = connect(Number(target.port || 443), target.hostname);
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          this.#sockets.delete(socket);
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream).pipe(client);
    });
  }

  static async to(server: string): Promise<CuttableProxy> {
    const proxy = new CuttableProxy(new URL(server));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  /** Cuts every open connection; new ones pass. */
  cut(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  async close(): Promise<void> {
    this.#server.close();
    this.cut();
    await once(this.#server, 'close');
  }
}
