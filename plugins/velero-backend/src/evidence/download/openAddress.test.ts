import { CertificateAuthority } from '@appgear/velero-sandbox/src/kubernetes/server/certificates';
import http, { RequestListener } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { openAddress } from './openAddress';

const NOWHERE = new AbortController().signal;

describe('openAddress', () => {
  const servers: http.Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function listen(server: http.Server, protocol: string) {
    servers.push(server);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return `${protocol}://127.0.0.1:${port}`;
  }

  function serve(answer: RequestListener) {
    return listen(http.createServer(answer), 'http');
  }

  const plain = { endpoint: undefined, ca: undefined };

  it('connects to the endpoint, and shows the host that was signed', async () => {
    const endpoint = await serve((request, response) =>
      response.end(`${request.headers.host} ${request.url}`),
    );
    const answer = await openAddress(
      'http://minio.storage.svc:9000/dr/a.gz?X-Amz-Signature=1',
      { endpoint: new URL(endpoint), ca: undefined },
      NOWHERE,
    );
    expect(await text(answer)).toBe(
      'minio.storage.svc:9000 /dr/a.gz?X-Amz-Signature=1',
    );
  });

  it('trusts the authority of the bucket, and no other', async () => {
    const authority = await CertificateAuthority.create('bucket-ca');
    const { key, cert } = await authority.issue();
    const server = https.createServer({ key, cert }, (_, response) =>
      response.end('ok'),
    );
    const url = await listen(server as unknown as http.Server, 'https');

    const trusting = { endpoint: undefined, ca: [authority.pem] };
    const answer = await openAddress(`${url}/a`, trusting, NOWHERE);
    expect(await text(answer)).toBe('ok');
    await expect(openAddress(`${url}/a`, plain, NOWHERE)).rejects.toMatchObject(
      {
        failure: 'storageUntrusted',
        problem: { hint: expect.stringContaining('caFile') },
      },
    );
  });

  it.each([
    [302, '', 'redirected'],
    [404, '<Error><Code>NoSuchKey</Code></Error>', 'missing'],
    [404, '', 'missing'],
    [404, '<Error><Code>NoSuchBucket</Code></Error>', 'storageFailed'],
    [
      403,
      '<Error><Code>SignatureDoesNotMatch</Code></Error>',
      'storageRefused',
    ],
    [403, 'x'.repeat(100_000), 'storageRefused'],
    [503, '', 'storageFailed'],
  ])('takes %i %s for %s', async (status, body, failure) => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      response.writeHead(status, { Location: '/elsewhere' }).end(body);
    });
    await expect(openAddress(url, plain, NOWHERE)).rejects.toMatchObject({
      failure,
    });
    expect(asked).toBe(1);
  });

  it('hints at a changed Host header', async () => {
    const url = await serve((_, response) =>
      response
        .writeHead(403)
        .end('<Error><Code>SignatureDoesNotMatch</Code></Error>'),
    );
    await expect(openAddress(url, plain, NOWHERE)).rejects.toMatchObject({
      problem: { hint: expect.stringContaining('Host header') },
    });
  });

  it('hints at publicUrl for a host that only the cluster knows', async () => {
    await expect(
      openAddress('http://minio.storage.invalid/a', plain, NOWHERE),
    ).rejects.toMatchObject({
      failure: 'storageUnreachable',
      problem: { hint: expect.stringContaining('publicUrl') },
    });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/a',
    'http://[fd00:ec2::254]/a',
    'file:///etc/passwd',
    'not an address',
  ])('does not follow %s', async address => {
    await expect(openAddress(address, plain, NOWHERE)).rejects.toMatchObject({
      failure: 'storageUnreachable',
    });
  });

  it('never repeats the signed address', async () => {
    const url = await serve((_, response) => response.writeHead(500).end());
    const error = await openAddress(
      `${url}/a?X-Amz-Signature=s`,
      plain,
      NOWHERE,
    )
      .then(() => undefined)
      .catch(String);
    expect(error).not.toContain('X-Amz');
  });
});
