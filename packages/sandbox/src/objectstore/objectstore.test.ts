import {
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { gunzipSync, gzipSync } from 'zlib';
import { SimulatedClock } from '../clock';
import { ObjectStore, ObjectStoreServer } from '.';

const TEN_MINUTES = 600_000;

describe('ObjectStore', () => {
  const clock = new SimulatedClock(new Date('2026-01-01T00:00:00Z'));
  const store = new ObjectStore(clock);
  store.createBucket('backups');

  it('finds folders, and deletes them whole', () => {
    store.put('backups', 'p/backups/one/velero-backup.json', Buffer.from('1'));
    store.put('backups', 'p/backups/two/velero-backup.json', Buffer.from('2'));
    store.put('backups', 'p/restores/x/log.gz', Buffer.from('3'));
    expect(store.folders('backups', 'p/backups/')).toEqual(['one', 'two']);
    store.deleteFolder('backups', 'p/backups/one/');
    expect(store.folders('backups', 'p/backups/')).toEqual(['two']);
    expect(store.has('backups', 'p/backups/one/velero-backup.json')).toBe(
      false,
    );
  });

  it('makes a body once, when it is asked for', () => {
    let made = 0;
    store.put('backups', 'lazy', () => {
      made += 1;
      return Buffer.from('made');
    });
    expect(made).toBe(0);
    expect(store.get('backups', 'lazy')?.toString()).toBe('made');
    expect(store.get('backups', 'lazy')?.toString()).toBe('made');
    expect(made).toBe(1);
  });

  it('lists a lazy folder without making its files', () => {
    store.putFolder('backups', 'q/backups/big/', file =>
      file === 'a' ? Buffer.from('A') : undefined,
    );
    expect(store.folders('backups', 'q/backups/')).toEqual(['big']);
    expect(store.get('backups', 'q/backups/big/a')?.toString()).toBe('A');
    expect(store.get('backups', 'q/backups/big/b')).toBeUndefined();
  });

  it('tells a missing bucket from a missing object', () => {
    expect(store.get('backups', 'nothing')).toBeUndefined();
    expect(() => store.get('other', 'nothing')).toThrow(
      'The specified bucket does not exist',
    );
  });
});

describe('ObjectStoreServer', () => {
  const clock = new SimulatedClock(new Date('2026-01-01T00:00:00Z'));
  const store = new ObjectStore(clock);
  const server = new ObjectStoreServer(store, clock);
  const content = gzipSync('what the backup holds');

  beforeAll(async () => {
    store.createBucket('dr');
    store.put('dr', 'p/list.json.gz', content);
    await server.listen();
  });
  afterEach(() => store.faults.clear());
  afterAll(() => server.close());

  const url = (key = 'p/list.json.gz', bucket = 'dr') =>
    server.signedUrl(bucket, key, TEN_MINUTES);

  async function errorOf(address: string) {
    const response = await fetch(address);
    const code = /<Code>(\w+)</.exec(await response.text())?.[1];
    return `${response.status} ${code}`;
  }

  it('hands an object to who holds a signed URL', async () => {
    const response = await fetch(url());
    expect(response.status).toBe(200);
    const body = Buffer.from(await response.arrayBuffer());
    expect(gunzipSync(body).toString()).toBe('what the backup holds');
  });

  it('refuses a name that no bucket can have', () => {
    expect(() => store.get('${NAME}', 'x')).toThrow(
      'The specified bucket is not valid.',
    );
  });

  it('signs what does not exist, and then answers 404', async () => {
    expect(await errorOf(url('p/other'))).toBe('404 NoSuchKey');
    expect(await errorOf(url('p/other', 'other'))).toBe('404 NoSuchBucket');
  });

  it('refuses unsigned, altered and expired URLs', async () => {
    expect(await errorOf(`${server.url}/dr/p/list.json.gz`)).toBe(
      '403 AccessDenied',
    );
    expect(await errorOf(url().replace('list.json', 'other.json'))).toBe(
      '403 SignatureDoesNotMatch',
    );
    const old = url();
    clock.advance(TEN_MINUTES + 1_000);
    expect(await errorOf(old)).toBe('403 AccessDenied');
  });

  it('refuses to be written to', async () => {
    const response = await fetch(url(), { method: 'PUT', body: 'x' });
    expect(response.status).toBe(405);
  });

  it('loses a file', async () => {
    store.faults.inject('dr', 'list', { kind: 'missing' });
    expect(await errorOf(url())).toBe('404 NoSuchKey');
  });

  it('breaks off in the middle', async () => {
    store.faults.inject('dr', '', { kind: 'truncated' });
    const response = await fetch(url());
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it('sends something that is not gzip', async () => {
    store.faults.inject('dr', '', { kind: 'notGzip' });
    const body = await (await fetch(url())).arrayBuffer();
    expect(() => gunzipSync(body)).toThrow('incorrect header check');
  });

  it('sends little that unpacks to much', async () => {
    const bytes = 64 * 1024 * 1024;
    store.faults.inject('dr', '', { kind: 'oversized', bytes });
    const body = await (await fetch(url())).arrayBuffer();
    expect(body.byteLength).toBeLessThan(bytes / 100);
    expect(gunzipSync(body)).toHaveLength(bytes);
  });

  it('sends slowly, and the whole', async () => {
    store.faults.inject('dr', '', { kind: 'slow', ms: 50 });
    const body = await (await fetch(url())).arrayBuffer();
    expect(Buffer.from(body)).toEqual(content);
  });

  it('fails as a whole bucket', async () => {
    store.faults.injectBucket('dr', 'unavailable');
    expect(await errorOf(url())).toBe('503 ServiceUnavailable');
    store.faults.injectBucket('dr', 'forbidden');
    expect(await errorOf(url())).toBe('403 AccessDenied');
  });

  describe('to a client of S3', () => {
    const connect = (secretAccessKey = server.accessKey.secret) =>
      new S3Client({
        endpoint: server.url,
        region: 'us-east-1',
        forcePathStyle: true,
        maxAttempts: 1,
        credentials: { accessKeyId: server.accessKey.id, secretAccessKey },
      });
    beforeAll(() => {
      store.createBucket('many');
      store.put('many', "q/it's (1) & more.json", Buffer.from('one'));
      store.put('many', 'q/lazy', () => Buffer.from('two'));
      store.put('many', 'r/other', Buffer.from('three'));
    });

    it('lists a page at a time, without making what nobody read', async () => {
      const list = (token?: string) =>
        connect().send(
          new ListObjectsV2Command({
            Bucket: 'many',
            Prefix: 'q/',
            MaxKeys: 1,
            ContinuationToken: token,
          }),
        );
      const first = await list();
      expect(first).toMatchObject({
        IsTruncated: true,
        Contents: [{ Key: "q/it's (1) & more.json", Size: 3 }],
      });
      const second = await list(first.NextContinuationToken);
      expect(second.IsTruncated).toBe(false);
      expect(second.Contents).toMatchObject([{ Key: 'q/lazy' }]);
      expect(second.Contents![0].Size).toBeUndefined();
    });

    it('lists folders as one each, a page at a time', async () => {
      const list = (token?: string) =>
        connect().send(
          new ListObjectsV2Command({
            Bucket: 'many',
            Delimiter: '/',
            MaxKeys: 1,
            ContinuationToken: token,
          }),
        );
      const first = await list();
      expect(first.CommonPrefixes).toEqual([{ Prefix: 'q/' }]);
      expect(first.Contents).toBeUndefined();
      const second = await list(first.NextContinuationToken);
      expect(second.CommonPrefixes).toEqual([{ Prefix: 'r/' }]);
      expect(second.IsTruncated).toBe(false);
    });

    it('names each write of an object with another ETag', async () => {
      const etag = async () =>
        (
          await connect().send(
            new ListObjectsV2Command({ Bucket: 'many', Prefix: 'r/' }),
          )
        ).Contents![0].ETag;
      const before = await etag();
      expect(await etag()).toBe(before);
      store.put('many', 'r/other', Buffer.from('four'));
      expect(await etag()).not.toBe(before);
    });

    it('fails as a whole bucket', async () => {
      store.faults.injectBucket('many', 'forbidden');
      await expect(
        connect().send(new ListObjectsV2Command({ Bucket: 'many' })),
      ).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
    });

    it('hands out an object', async () => {
      const { Body } = await connect().send(
        new GetObjectCommand({ Bucket: 'many', Key: "q/it's (1) & more.json" }),
      );
      expect(await Body!.transformToString()).toBe('one');
    });

    it('refuses who signs with another secret, and what is not there', async () => {
      const get = (client: S3Client, Key: string) =>
        client.send(new GetObjectCommand({ Bucket: 'many', Key }));
      await expect(get(connect('wrong'), 'q/lazy')).rejects.toThrow(
        expect.objectContaining({ name: 'SignatureDoesNotMatch' }),
      );
      await expect(get(connect(), 'nothing')).rejects.toThrow(
        expect.objectContaining({ name: 'NoSuchKey' }),
      );
    });
  });
});
