import { WatchStream } from '../wire/watchStream';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

describe('Kubernetes: watch', () => {
  let workspace: Workspace;
  let path: string;
  const open: WatchStream[] = [];

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
  });

  afterEach(() => open.splice(0).forEach(stream => stream.close()));
  afterAll(() => workspace.close());

  const watch = async (query: string, headers?: Record<string, string>) => {
    const stream = await WatchStream.open(
      workspace.wire,
      `${path}?watch=1&${query}`,
      headers,
    );
    open.push(stream);
    return stream;
  };
  const version = async () =>
    (await workspace.wire.get(path)).body.metadata.resourceVersion;
  const create = (name: string, labels?: object) =>
    workspace.wire.post(path, {
      ...workspace.backup(name),
      metadata: { name, labels },
    });

  it('tells every change after a version, in order, as one JSON line each', async () => {
    const from = await version();
    const stream = await watch(`resourceVersion=${from}`);
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    });
    await create('w1');
    await workspace.wire.mergePatch(`${path}/w1`, {
      metadata: { labels: { changed: 'yes' } },
    });
    await workspace.wire.delete(`${path}/w1`);
    expect(await stream.take(3)).toEqual([
      'ADDED w1',
      'MODIFIED w1',
      'DELETED w1',
    ]);

    const late = await watch(`resourceVersion=${from}`);
    expect(await late.take(3)).toEqual([
      'ADDED w1',
      'MODIFIED w1',
      'DELETED w1',
    ]);
  });

  it('gives each change a later version, the deletion too', async () => {
    const stream = await watch(`resourceVersion=${await version()}`);
    await create('w2');
    await workspace.wire.delete(`${path}/w2`);
    const added = await stream.next();
    const deleted = await stream.next();
    expect(deleted!.type).toBe('DELETED');
    expect(Number(deleted!.object.metadata.resourceVersion)).toBeGreaterThan(
      Number(added!.object.metadata.resourceVersion),
    );
  });

  it('begins with what is there when no version is given', async () => {
    await create('w3');
    const stream = await watch('fieldSelector=metadata.name%3Dw3');
    expect(await stream.take(1)).toEqual(['ADDED w3']);
    await workspace.wire.delete(`${path}/w3`);
    expect(await stream.take(1)).toEqual(['DELETED w3']);
  });

  it('lets objects come and go with their labels', async () => {
    const stream = await watch(
      `resourceVersion=${await version()}&labelSelector=colour%3Dred`,
    );
    await create('w4', { colour: 'red' });
    await workspace.wire.mergePatch(`${path}/w4`, {
      metadata: { labels: { colour: 'blue' } },
    });
    await workspace.wire.mergePatch(`${path}/w4`, {
      metadata: { labels: { colour: 'red' } },
    });
    const added = await stream.next();
    expect(added!.type).toBe('ADDED');
    const gone = await stream.next();
    expect(gone).toMatchObject({
      type: 'DELETED',
      // the state that was still selected
      object: { metadata: { name: 'w4', labels: { colour: 'red' } } },
    });
    expect(await stream.take(1)).toEqual(['ADDED w4']);
    await workspace.wire.delete(`${path}/w4`);
  });

  it('answers 200 for a version that is too old, then says so and ends', async () => {
    const stream = await watch('resourceVersion=1');
    expect(stream.status).toBe(200);
    expect(await stream.rest()).toEqual([
      {
        type: 'ERROR',
        object: expect.objectContaining({
          kind: 'Status',
          code: 410,
          reason: 'Expired',
          message: expect.stringMatching(
            /^too old resource version: 1 \(\d+\)$/,
          ),
        }),
      },
    ]);
  });

  it('ends properly at timeoutSeconds', async () => {
    const stream = await watch(
      `timeoutSeconds=1&resourceVersion=${await version()}`,
    );
    expect(await stream.rest()).toEqual([]);
  });

  it('tells how far it is by bookmarks, when they are welcome', async () => {
    const from = await version();
    const stream = await watch(
      `timeoutSeconds=5&allowWatchBookmarks=true&resourceVersion=${from}&labelSelector=selects%3Dnothing`,
    );
    await create('w5');
    const lines = await stream.rest();
    expect(lines.length).toBeGreaterThan(0);
    for (const { type, object } of lines) {
      expect(type).toBe('BOOKMARK');
      expect(object).toEqual({
        apiVersion: 'velero.io/v1',
        kind: 'Backup',
        metadata: { resourceVersion: expect.any(String) },
      });
      expect(Number(object.metadata.resourceVersion)).toBeGreaterThan(
        Number(from),
      );
    }
  });

  it('streams the list first when asked, up to a marked bookmark', async () => {
    await create('w6');
    const stream = await watch(
      'sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan&fieldSelector=metadata.name%3Dw6',
    );
    expect(await stream.take(1)).toEqual(['ADDED w6']);
    expect(await stream.next()).toMatchObject({
      type: 'BOOKMARK',
      object: {
        metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
      },
    });
  });

  it('refuses initial events without resourceVersionMatch', async () => {
    const stream = await watch('sendInitialEvents=true');
    expect(stream.status).toBe(422);
  });

  it('sends only metadata when asked', async () => {
    await create('w7');
    const stream = await watch('fieldSelector=metadata.name%3Dw7', {
      Accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    });
    const line = await stream.next();
    expect(line!.object).toMatchObject({
      apiVersion: 'meta.k8s.io/v1',
      kind: 'PartialObjectMetadata',
      metadata: { name: 'w7' },
    });
    expect(line!.object.spec).toBeUndefined();
  });
});
