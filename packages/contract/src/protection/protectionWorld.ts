import { readFileSync } from 'node:fs';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '@appgear/velero-sandbox';
import { openSandboxVeleros } from '../velero/sandboxVeleros';
import { testBedVeleros } from '../velero/testBedVeleros';
import type { VeleroWorld } from '../velero/veleroWorld';

/** The files of a bucket, past Velero: what happens to them happens to real ones. */
export interface Bucket {
  read(key: string): Promise<Buffer>;
  write(key: string, body: Buffer): Promise<void>;
  remove(key: string): Promise<void>;
  /** Everything under a key that ends with `/`. */
  removeAll(key: string): Promise<void>;
}

/** Two clusters with a Velero each, and the bucket that they write to. */
export interface ProtectionWorld extends VeleroWorld {
  bucket: Bucket;
  /** Whether node agents' work has to be done by hand: no node runs there. */
  playsNodeAgent: boolean;
}

/** As `openVeleroWorld`; real servers have to be of the test bed, whose bucket is a folder. */
export async function openProtectionWorld(): Promise<ProtectionWorld> {
  const stateFile = process.env.DR_WORLD;
  if (!stateFile) {
    const { world, sandbox } = await openSandboxVeleros();
    return { ...world, bucket: bucketOf(sandbox), playsNodeAgent: false };
  }
  const { s3 } = JSON.parse(readFileSync(stateFile, 'utf8'));
  if (!s3?.dataDir) {
    throw new Error(
      `${stateFile} has no s3.dataDir: this suite damages files of a bucket, which only the test bed lets it do (npm run testbed -- up)`,
    );
  }
  return {
    ...testBedVeleros(stateFile),
    bucket: folder(join(s3.dataDir, s3.bucket)),
    playsNodeAgent: true,
  };
}

function folder(root: string): Bucket {
  const path = (key: string) => join(root, key);
  return {
    read: key => readFile(path(key)),
    // In place: the S3 server keeps its notes with the file.
    write: async (key, body) => {
      await truncate(path(key));
      await writeFile(path(key), body);
    },
    remove: key => rm(path(key)),
    removeAll: key => rm(path(key), { recursive: true }),
  };
}

const BUCKET = 'velero-dr';

function bucketOf({ objectStore: { store } }: Sandbox): Bucket {
  return {
    async read(key) {
      const body = store.get(BUCKET, key);
      if (!body) throw new Error(`There is no ${key} in the bucket`);
      return body;
    },
    write: async (key, body) => store.put(BUCKET, key, body),
    remove: async key => store.delete(BUCKET, key),
    removeAll: async key => store.deleteFolder(BUCKET, key),
  };
}
