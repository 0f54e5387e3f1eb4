import http from 'node:http';

/**
 * What Traefik does for a module: serves a portal under a path prefix and
 * strips the prefix on the way in. WebSockets pass too, for live pages.
 */
export function startPrefixProxy({ port, prefix, target }) {
  const forward = (request, onResponse) => {
    const upstream = http.request(
      new URL(request.url.slice(prefix.length) || '/', target),
      { method: request.method, headers: request.headers },
      onResponse,
    );
    request.pipe(upstream);
    return upstream;
  };
  const server = http.createServer((request, response) => {
    if (!request.url.startsWith(`${prefix}/`) && request.url !== prefix) {
      response.writeHead(404).end('Not under the prefix');
      return;
    }
    forward(request, answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }).on('error', () => response.writeHead(502).end());
  });
  server.on('upgrade', (request, socket) => {
    forward(request, () => socket.destroy())
      .on('upgrade', (answer, upstream) => {
        const headers = Object.entries(answer.headers).map(
          ([name, value]) => `${name}: ${value}\r\n`,
        );
        socket.write(
          `HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`,
        );
        upstream.pipe(socket).pipe(upstream);
      })
      .on('error', () => socket.destroy());
  });
  return new Promise(resolve => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
