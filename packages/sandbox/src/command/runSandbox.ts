import { once } from 'events';
import { rmSync } from 'fs';
import { join } from 'path';
import { ControlServer } from '../control';
import { demoPeople, Person } from '../identity';
import { Sandbox, startSandbox } from '../sandbox';
import { CommandOptions } from './options';
import { writeState } from './writeState';

/** The clusters' ports begin so far behind the others'. */
const CLUSTER_PORT_OFFSET = 10;

/** Starts a sandbox, says where it is, and runs until it is told to end. */
export async function runSandbox(options: CommandOptions): Promise<void> {
  const started = Date.now();
  const file = join(options.state, 'sandbox.json');
  // One of an earlier run would be found before this one is ready.
  rmSync(file, { force: true });
  const sandbox = await start(options);
  const control = new ControlServer(sandbox);
  await control.listen(portsFrom(options.portBase).control);
  writeState(options.state, sandbox, control);
  const names = Object.keys(sandbox.clusters);
  console.log(
    `The sandbox is ready after ${seconds(started)} s, with ${
      names.length > 5 ? `${names.length} clusters` : names.join(', ')
    }: ${file}`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  rmSync(file, { force: true });
  await control.close();
  await sandbox.close();
}

async function start(options: CommandOptions): Promise<Sandbox> {
  const { scenario, scale, seed, speed, redirectUris, portBase } = options;
  const visitors = options.visitors.map(visitor);
  try {
    return await startSandbox({
      scenario,
      scale,
      seed,
      clock: { speed },
      redirectUris,
      people: [...demoPeople, ...visitors],
      ports: portsFrom(portBase),
    });
  } catch (error) {
    const { code, port } = error as { code?: string; port?: number };
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} is in use. End what listens there, or take other ports with --ports BASE.`,
      );
    }
    throw error;
  }
}

function portsFrom(base: number) {
  return base === 0
    ? {}
    : {
        objectStore: base,
        identity: base + 1,
        control: base + 2,
        clusters: Array.from(
          { length: 50 },
          (_, index) => base + CLUSTER_PORT_OFFSET + index,
        ),
      };
}

function visitor(username: string): Person {
  return {
    username,
    name: username,
    email: `${username}@visitors.example`,
    groups: [],
    title: 'Visitor, in no group',
  };
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
