import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openSandboxVeleros } from '../velero/sandboxVeleros';
import { testBedVeleros } from '../velero/testBedVeleros';
import type { VeleroCluster } from '../velero/VeleroCluster';

/** A bucket, the way to it, and a Velero that writes there. */
export interface BucketWorld {
  velero: VeleroCluster;
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Puts empty files there, past Velero. */
  litter(keys: readonly string[]): Promise<void>;
  /** Takes everything under a key that ends with `/` away. */
  removeAll(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** A sandbox of its own, or the test bed that `DR_WORLD` names, whose bucket is a folder. */
export async function openBucketWorld(): Promise<BucketWorld> {
  const stateFile = process.env.DR_WORLD;
  return stateFile ? testBedBucket(stateFile) : sandboxBucket();
}

async function sandboxBucket(): Promise<BucketWorld> {
  const { world, sandbox } = await openSandboxVeleros();
  const { store, url, accessKey } = sandbox.objectStore;
  const [bucket] = store.buckets;
  return {
    velero: world.one,
    endpoint: url,
    region: 'us-east-1',
    bucket,
    accessKeyId: accessKey.id,
    secretAccessKey: accessKey.secret,
    litter: async keys =>
      keys.forEach(key => store.put(bucket, key, Buffer.alloc(0))),
    removeAll: async folder => store.deleteFolder(bucket, folder),
    close: () => world.close(),
  };
}

async function testBedBucket(stateFile: string): Promise<BucketWorld> {
  const { s3 } = JSON.parse(readFileSync(stateFile, 'utf8'));
  if (!s3?.dataDir) {
    throw new Error(
      `${stateFile} has no s3.dataDir: this suite puts files into a bucket, which only the test bed lets it do (npm run testbed -- up)`,
    );
  }
  const world = testBedVeleros(stateFile);
  const { endpoint, region, bucket, accessKey, secretKey } = s3;
  const path = (key: string) => join(s3.dataDir, bucket, key);
  return {
    velero: world.one,
    endpoint,
    region,
    bucket,
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    litter: async keys => {
      for (const key of keys) {
        await mkdir(dirname(path(key)), { recursive: true });
        await writeFile(path(key), '');
      }
    },
    removeAll: folder => rm(path(folder), { recursive: true }),
    close: () => world.close(),
  };
}
