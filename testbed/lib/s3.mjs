// The S3 server, over a plain folder: what Velero wrote can be looked at with ls.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { binary } from './build.mjs';
import { answers } from './http.mjs';
import { runDir } from './paths.mjs';
import { host } from './ports.mjs';
import { ensure } from './processes.mjs';

export const bucket = 'velero-dr';
export const region = 'us-east-1';
const dataDir = join(runDir, 's3', 'data');
const sidecarDir = join(runDir, 's3', 'attributes');

export const s3 = {
  needs: [],
  builds: ['versitygw'],
  steps: bed => [['s3', () => start(bed)]],
  describe: ({ ports, secrets }) => ({
    s3: {
      endpoint: endpoint(ports),
      region,
      bucket,
      ...secrets.s3,
      dataDir,
    },
  }),
};

export const endpoint = ports => `http://${host}:${ports.s3}`;

function start({ ports, secrets }) {
  // A bucket is a folder.
  const folders = [join(dataDir, bucket), sidecarDir];
  folders.forEach(folder => mkdirSync(folder, { recursive: true }));
  return ensure({
    name: 's3',
    command: binary('versitygw'),
    args: [
      `--port=${host}:${ports.s3}`,
      `--region=${region}`,
      '--health=/healthz',
      '--quiet',
      'posix',
      // Not every file system has extended attributes; files beside the data work everywhere.
      `--sidecar=${sidecarDir}`,
      dataDir,
    ],
    env: {
      ROOT_ACCESS_KEY: secrets.s3.accessKey,
      ROOT_SECRET_KEY: secrets.s3.secretKey,
    },
    inputs: [`${binary('versitygw')}.json`],
    ports: [ports.s3],
    ready: () => answers(`${endpoint(ports)}/healthz`),
  });
}
