// The bed as a whole: which parts there are, in which order they start, and what their users are told.
import { rmSync } from 'node:fs';
import { build } from './build.mjs';
import { step } from './console.mjs';
import { BedError } from './errors.mjs';
import { etcd } from './etcd.mjs';
import { readJson, writeJson } from './files.mjs';
import { fetchKeycloak, keycloak } from './keycloak.mjs';
import { kubernetes } from './kubernetes.mjs';
import { runDir, stateFile } from './paths.mjs';
import { portsFrom } from './ports.mjs';
import { postgres } from './postgres.mjs';
import { find, logFile, names, residentMemory, stop } from './processes.mjs';
import { s3 } from './s3.mjs';
import { secrets } from './secrets.mjs';
import { removeTemporaryFiles, velero } from './velero.mjs';

/** In the order in which they start. */
const parts = { etcd, s3, kubernetes, velero, postgres, keycloak };
export const partNames = Object.keys(parts);

const portBase = () => readJson(stateFile)?.portBase;
const bedAt = base => ({ ports: portsFrom(base), secrets: secrets() });

/** Builds what is missing and starts what does not run; what runs well is left alone. */
export async function up({ only = partNames, base } = {}) {
  const bed = bedAt(base ?? portBase());
  assertNotElsewhere(bed.ports.base);
  const wanted = withNeeds(only);

  await build(wanted.flatMap(name => parts[name].builds));
  if (wanted.includes('keycloak')) await fetchKeycloak();
  for (const name of wanted) {
    for (const [label, work] of parts[name].steps(bed)) await step(label, work);
    describe(bed, name);
  }
}

/** Stops everything; data stays for the next `up`. */
export async function down() {
  for (const name of stopOrder()) await step(name, () => stop(name));
  removeTemporaryFiles();
  rmSync(stateFile, { force: true });
}

/** Stops everything and forgets it; binaries stay. */
export async function reset() {
  await down();
  rmSync(runDir, { recursive: true, force: true });
}

export function status() {
  return names().map(name => {
    const record = find(name);
    return {
      name,
      up: Boolean(record),
      ...(record && {
        pid: record.pid,
        ports: record.ports,
        startedAt: record.startedAt,
        memory: residentMemory(record.pid),
      }),
    };
  });
}

function withNeeds(only) {
  const wanted = new Set();
  const add = name => {
    if (!parts[name]) {
      throw new BedError(`There is no part ${name}`, {
        hint: `Parts: ${partNames.join(', ')}`,
      });
    }
    parts[name].needs.forEach(add);
    wanted.add(name);
  };
  only.forEach(add);
  return partNames.filter(name => wanted.has(name));
}

/** Tells the bed's users of one more part that serves. */
function describe(bed, name) {
  const before = readJson(stateFile, {});
  writeJson(stateFile, {
    ...before,
    portBase: bed.ports.base,
    runDir,
    ...parts[name].describe(bed),
    processes: status().map(({ memory, ...process }) => ({
      ...process,
      logFile: logFile(process.name),
    })),
  });
}

function assertNotElsewhere(base) {
  const other = portBase();
  if (other === undefined || other === base) return;
  throw new BedError(`The bed runs at ports from ${other}`, {
    hint: 'To move it: down, then up --port-base N.',
  });
}

/** Users of a server before the server: nobody then complains into its log. */
function stopOrder() {
  const rank = name =>
    ['velero', 'controller-manager', 'apiserver', 'etcd'].findIndex(end =>
      name.endsWith(end),
    );
  return names().sort((a, b) => rank(a) - rank(b));
}
