// Tokens and passwords of this bed: made once, kept until `reset`.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';
import { runDir } from './paths.mjs';
import { clusterNames } from './ports.mjs';

const secretsFile = join(runDir, 'secrets.json');
const random = () => randomBytes(24).toString('hex');

export function secrets() {
  const kept = readJson(secretsFile);
  if (kept) return kept;
  const clusters = clusterNames.map(name => [
    name,
    {
      admin: random(),
      plugin: random(),
      velero: random(),
      controllerManager: random(),
    },
  ]);
  const made = {
    clusters: Object.fromEntries(clusters),
    s3: { accessKey: random().slice(0, 20), secretKey: random() },
    postgres: random(),
  };
  writeJson(secretsFile, made);
  return made;
}
