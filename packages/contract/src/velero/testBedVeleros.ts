import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { testBedWorld } from '../world/testBed';
import { VeleroCluster } from './VeleroCluster';
import type { VeleroWorld } from './veleroWorld';

const TEST_BED = join(
  dirname(require.resolve('@appgear/velero-contract/package.json')),
  '..',
  '..',
  'testbed',
  'cli.mjs',
);

/** The Veleros of a test bed that runs, or of two clusters that somebody described. */
export function testBedVeleros(stateFile: string): VeleroWorld {
  const world = testBedWorld(stateFile);
  if (world.clusters.length < 2) {
    throw new Error(
      `${stateFile} names one cluster: this suite needs two, of which the second reads the first one's backups through a location "shared"`,
    );
  }
  const restartVelero = ({ name }: VeleroCluster) =>
    restartServer(stateFile, `${name}-velero`);
  const [one, two] = world.clusters.map(each => {
    const cluster = new VeleroCluster(each);
    if (runsVelero(stateFile))
      cluster.restartVelero = () => restartVelero(cluster);
    return cluster;
  });
  return {
    one,
    two,
    restartVelero,
    async close() {
      await one.cleanUp();
      await two.cleanUp();
      await world.close();
    },
  };
}

/** Whether the Veleros are the test bed's own. */
function runsVelero(stateFile: string): boolean {
  return 'processes' in JSON.parse(readFileSync(stateFile, 'utf8'));
}

async function restartServer(stateFile: string, name: string): Promise<void> {
  const { processes = [] } = JSON.parse(readFileSync(stateFile, 'utf8'));
  const server = processes.find((process: any) => process.name === name);
  if (!server?.pid) {
    throw new Error(
      `${stateFile} knows no process ${name}: only Veleros that the test bed runs can be killed`,
    );
  }
  process.kill(server.pid, 'SIGKILL');
  await promisify(execFile)(process.execPath, [
    TEST_BED,
    'up',
    '--only',
    'velero',
  ]);
}
