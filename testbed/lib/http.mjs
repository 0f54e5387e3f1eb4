// One HTTP request of Node's own modules: fetch() cannot be told a CA without dependencies.
import http from 'node:http';
import https from 'node:https';

/** Answers { status, headers, body (Buffer) }; rejects when nobody answers. */
export function request(url, { method = 'GET', headers, body, ca } = {}) {
  const { request: send } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      { method, headers, ca, timeout: 30_000 },
      async response => {
        try {
          const chunks = [];
          for await (const chunk of response) chunks.push(chunk);
          const { statusCode: status, headers: answered } = response;
          resolve({ status, headers: answered, body: Buffer.concat(chunks) });
        } catch (error) {
          reject(error);
        }
      },
    );
    outgoing.once('timeout', () => outgoing.destroy(new Error('timed out')));
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

export async function answers(url, options) {
  const { status } = await request(url, options);
  return status >= 200 && status < 300;
}
