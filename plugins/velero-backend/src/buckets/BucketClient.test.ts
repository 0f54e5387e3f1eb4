import { CertificateAuthority } from '@appgear/velero-sandbox/src/kubernetes/server/certificates';
import { ObjectStore, ObjectStoreServer } from '@appgear/velero-sandbox';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BucketConfig } from '../config';
import { BucketClient } from './BucketClient';
import { explainBucket } from './explainBucket';

const never = new AbortController().signal;

describe('BucketClient', () => {
  const closers: Array<() => void> = [];

  afterEach(() => closers.splice(0).forEach(close => close()));

  async function listen(server: http.Server | https.Server): Promise<number> {
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    closers.push(() => {
      server.close();
      server.closeAllConnections();
    });
    return (server.address() as AddressInfo).port;
  }

  function client(endpoint: string, more: Partial<BucketConfig> = {}) {
    const made = new BucketClient(
      {
        name: 'dr',
        provider: 'aws',
        bucket: 'backups',
        region: 'us-east-1',
        endpoint,
        accessKeyId: 'key',
        secretAccessKey: 'hush',
        every: 1000,
        ...more,
      },
      500,
    );
    closers.push(() => made.close());
    return made;
  }

  const read = (made: BucketClient, maxBytes = 10) =>
    made.read('backups/a/velero-backup.json', maxBytes, never);

  describe('of a bucket with more than a page', () => {
    const store = new ObjectStore({ now: () => new Date() });
    const server = new ObjectStoreServer(store, { now: () => new Date() });
    let made: BucketClient;
    beforeAll(async () => {
      await server.listen();
      store.createBucket('backups');
      for (let i = 0; i < 1001; i++) {
        for (const file of ['log', 'velero-backup.json']) {
          store.put('backups', `backups/${i}/${file}`, Buffer.from('{}'));
        }
      }
      store.put('backups', 'backups/in-no-folder', Buffer.from('{}'));
    });
    afterAll(() => server.close());
    beforeEach(() => {
      const { id, secret } = server.accessKey;
      made = client(server.url, { accessKeyId: id, secretAccessKey: secret });
    });

    async function lengths(pages: AsyncIterable<unknown[]>) {
      const all: number[] = [];
      for await (const page of pages) {
        all.push(page.length);
      }
      return all;
    }

    it('lists all pages', async () => {
      expect(await lengths(made.list('backups/', never))).toEqual([
        1000, 1000, 3,
      ]);
    });

    it('lists all folders, and not what lies in them', async () => {
      expect(await lengths(made.folders('backups/', never))).toEqual([1000, 1]);
      const { value } = await made.folders('backups/', never).next();
      expect(value).toContain('backups/0/');
    });
  });

  it.each([
    [404, 'NoSuchKey', 'missing', 'not in bucket backups (404 NoSuchKey)'],
    [404, 'NoSuchBucket', 'storageFailed', 'answers 404 NoSuchBucket'],
    [404, 'NoSuchPage', 'storageFailed', 'answers 404 NoSuchPage'],
    [403, 'AccessDenied', 'storageRefused', 'refuses to be read'],
    [404, 'XAdminUserNotFound', 'storageRefused', 'refuses to be read'],
    [400, 'AuthorizationHeaderMalformed', 'storageRefused', 'refuses to be'],
    [301, 'PermanentRedirect', 'redirected', 'is elsewhere'],
    [500, 'InternalError', 'storageFailed', 'answers 500 InternalError'],
  ])('says what %d %s means', async (status, code, failure, message) => {
    const port = await listen(
      http.createServer((_, response) => {
        response.writeHead(status, { 'content-type': 'application/xml' });
        response.end(
          `<Error><Code>${code}</Code><Message>of key AKIA</Message></Error>`,
        );
      }),
    );
    const attempt = read(client(`http://127.0.0.1:${port}`));
    await expect(attempt).rejects.toMatchObject({
      failure,
      message: expect.stringContaining(message),
    });
    // What a bucket says in sentences is not repeated.
    await expect(attempt).rejects.not.toThrow(/AKIA/);
  });

  it('takes no more of a file than it may', async () => {
    const port = await listen(
      http.createServer((_, response) => response.end('x'.repeat(11))),
    );
    await expect(
      read(client(`http://127.0.0.1:${port}`)),
    ).rejects.toMatchObject({ failure: 'tooLarge' });
  });

  it('gives up on one that says nothing', async () => {
    const server = http.createServer(() => {});
    const port = await listen(server);
    const made = client(`http://127.0.0.1:${port}`);
    await expect(read(made)).rejects.toMatchObject({
      failure: 'storageUnreachable',
    });
  });

  // Jest's own world hides the codes of such errors from the client.
  it.each([
    ['ECONNREFUSED', 'storageUnreachable', 'cannot be reached'],
    ['ENOTFOUND', 'storageUnreachable', 'cannot be reached'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'storageUntrusted', 'is not trusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'storageUntrusted', 'is not trusted'],
  ])('says what %s means', (code, failure, message) => {
    const error = Object.assign(new Error('of key AKIA'), { code });
    const explained = explainBucket(error, 'backups');
    expect(explained.failure).toBe(failure);
    expect(explained.message).toContain(message);
    expect(explained.message).toContain(`(${code})`);
    expect(explained.message).not.toContain('AKIA');
  });

  it('says so when it finds no credentials', () => {
    const error = Object.assign(new Error('of key AKIA'), {
      name: 'CredentialsProviderError',
    });
    expect(explainBucket(error, 'backups')).toMatchObject({
      failure: 'storageRefused',
      message: 'The portal has no credentials for bucket backups.',
    });
  });

  it('trusts the authority that is configured, and no other', async () => {
    const authority = await CertificateAuthority.create('storage');
    const { key, cert } = await authority.issue();
    const port = await listen(
      https.createServer({ key, cert }, (_, response) => response.end('file')),
    );
    const endpoint = `https://127.0.0.1:${port}`;
    await expect(read(client(endpoint))).rejects.toThrow();
    const folder = mkdtempSync(path.join(tmpdir(), 'bucket-'));
    closers.push(() => rmSync(folder, { recursive: true }));
    const caFile = path.join(folder, 'ca.crt');
    const made = client(endpoint, { caFile });
    await expect(read(made)).rejects.toMatchObject({
      failure: 'storageUntrusted',
      message: expect.stringContaining('ENOENT'),
    });
    writeFileSync(caFile, authority.pem);
    expect((await read(made)).content.toString()).toBe('file');
  });
});
