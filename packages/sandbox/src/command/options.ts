import { parseArgs } from 'util';
import type { Scale } from '../scale';

/** What the command was asked for. */
export interface CommandOptions {
  scenario: string;
  state: string;
  seed: string;
  speed: number;
  redirectUris: string[];
  /** Names of those who can sign in besides the people of the demo. */
  visitors: string[];
  /** The first of a row of ports; 0 takes what is free. */
  portBase: number;
  scale?: Scale;
}

export const USAGE = `Usage: sandbox --state DIR [options]
  --state DIR          where kubeconfig, sandbox.json and certificates go
  --scenario NAME      a scenario of the library, or a folder  (appgear)
  --scale CxB[xO]      C clusters with B backups each, instead of a scenario;
                       with O objects in the first workspace of each
  --seed TEXT          names, ids and chance come out of it    (sandbox)
  --speed N            seconds that pass per real second       (1)
  --redirect-uri URL   where sign-ins may return to; repeatable
  --visitor NAME       one more who can sign in, of no group; repeatable
  --ports BASE         object store, identity provider and control endpoint
                       on BASE, BASE+1 and BASE+2, clusters from BASE+10 on`;

/** @throws with what is wrong, and the usage */
export function readOptions(args: string[]): CommandOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        scenario: { type: 'string', default: 'appgear' },
        scale: { type: 'string' },
        state: { type: 'string' },
        seed: { type: 'string', default: 'sandbox' },
        speed: { type: 'string', default: '1' },
        'redirect-uri': { type: 'string', multiple: true, default: [] },
        visitor: { type: 'string', multiple: true, default: [] },
        ports: { type: 'string', default: '0' },
      },
    });
    if (!values.state) {
      throw new Error('--state is needed');
    }
    return {
      scenario: values.scenario,
      state: values.state,
      seed: values.seed,
      speed: number('--speed', values.speed, 0, 100_000),
      redirectUris: values['redirect-uri'],
      visitors: values.visitor,
      portBase: number('--ports', values.ports, 0, 65_000),
      scale: values.scale === undefined ? undefined : scale(values.scale),
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function number(
  option: string,
  text: string,
  least: number,
  most: number,
): number {
  const value = Number(text);
  if (!(value >= least && value <= most)) {
    throw new Error(
      `${option} is a number from ${least} to ${most}, not '${text}'`,
    );
  }
  return value;
}

function scale(text: string): Scale {
  const match = /^(\d+)x(\d+)(?:x(\d+))?$/.exec(text);
  if (!match) {
    throw new Error(`--scale is like 50x2000 or 1x2000x10000, not '${text}'`);
  }
  return {
    clusters: number('--scale, clusters', match[1], 1, 50),
    backups: number('--scale, backups', match[2], 0, 20_000),
    ...(match[3] === undefined
      ? {}
      : { objects: number('--scale, objects', match[3], 0, 50_000) }),
  };
}
