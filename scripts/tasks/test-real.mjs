/**
 * `npm run test:real [SUITE...]`: the same promises as `npm test`, kept by real
 * servers: Kubernetes, Velero, S3, Keycloak and PostgreSQL of the test bed. It
 * brings up what the suites need and, unless the bed ran before, takes it down.
 *
 * `--kubeconfig FILE` asks clusters of your own; see docs/testbed.md.
 */
import { parseArgs } from 'node:util';
import { fail, Failure } from '../toolchain/failure.mjs';
import { atEnd, endAll } from '../toolchain/processes.mjs';
import { markAuditLogs } from './real/auditLog.mjs';
import {
  ALL_PARTS,
  bedDown,
  bedRuns,
  bedUp,
  CLUSTERS,
  requireTools,
} from './real/bed.mjs';
import { ownClusters } from './real/ownClusters.mjs';
import { printBehaviours } from './suites/behaviours.mjs';
import { drModule } from './suites/drModule.mjs';
import { gate } from './suites/gate.mjs';
import { contractOn } from './suites/jest.mjs';
import { portalOnBed } from './suites/portalOnBed.mjs';
import { rbac } from './suites/rbac.mjs';
import { report } from './suites/report.mjs';
import { printVerdicts } from './suites/verdicts.mjs';

/** The rights are judged by what the portal did in the suite before. */
let beforePortal;

const kubernetes = ({ stateFile }) => contractOn(stateFile, 'kubernetes');
const velero = async ({ stateFile }, options) => {
  const result = await contractOn(stateFile, 'velero', options);
  printBehaviours('velero');
  return result;
};

/** Needs the bucket's keys, and puts files there: the test bed's only. */
const bucket = ({ stateFile }) => contractOn(stateFile, 'bucket');

/** Files of its bucket are damaged: the test bed's only. */
const protection = async ({ stateFile }) => {
  const result = await contractOn(stateFile, 'protection');
  printVerdicts('protection');
  return result;
};

const onOwnClusters = {
  kubernetes,
  // Nobody's Velero is ours to kill. Trying it would leave a backup behind that
  // holds up all others.
  velero: world => velero(world, ['-t', '^(?!.*when it was killed)']),
};
const onBed = {
  kubernetes,
  velero: bed => velero(bed),
  bucket,
  protection,
  gate,
  templates: drModule,
  browser: bed => {
    beforePortal = markAuditLogs(bed);
    return portalOnBed(bed);
  },
  rbac: bed => rbac(beforePortal, bed),
};
/** Those with a portal that people sign in to. */
const WITH_PEOPLE = ['gate', 'browser', 'rbac'];

try {
  const { values, positionals } = readArguments();
  const suites = values.kubeconfig ? onOwnClusters : onBed;
  const wanted = choose(positionals, suites);
  const world = values.kubeconfig
    ? await ownClusters(values.kubeconfig)
    : await testBed(wanted);
  const results = [];
  for (const name of wanted) {
    console.log(`\n── ${name}`);
    results.push({ name, ...(await suites[name](world)) });
  }
  await endAll();
  process.exitCode = report(results);
} catch (error) {
  await endAll();
  fail(error);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { kubeconfig: { type: 'string' } },
    });
  } catch (error) {
    throw new Failure(
      `${error.message} Usage: npm run test:real -- [--kubeconfig FILE] [SUITE...]`,
    );
  }
}

function choose(names, suites) {
  const known = Object.keys(suites);
  const unknown = names.filter(name => !suites[name]);
  if (unknown.length > 0) {
    throw new Failure(
      `There is no suite ${unknown.join(', ')} here. There are: ${known.join(
        ', ',
      )}.`,
    );
  }
  if (names.includes('rbac') && !names.includes('browser')) {
    throw new Failure(
      'The suite rbac judges what the portal did in the suite browser: name both.',
    );
  }
  return known.filter(name => names.length === 0 || names.includes(name));
}

async function testBed(wanted) {
  const needsPeople = wanted.some(name => WITH_PEOPLE.includes(name));
  const parts = needsPeople ? ALL_PARTS : CLUSTERS;
  requireTools(parts);
  if (!bedRuns()) atEnd(bedDown);
  return bedUp(parts);
}
