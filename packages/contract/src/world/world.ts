import { randomBytes } from 'node:crypto';
import type { KubeConfig } from '@kubernetes/client-node';
import { sandboxWorld } from './sandbox';
import { testBedWorld } from './testBed';

/** One cluster that promises are checked on. */
export interface ContractCluster {
  name: string;
  /** May do anything. */
  admin: KubeConfig;
  /** The plugin's own identity, with its least privilege. */
  plugin: KubeConfig;
  veleroNamespace: string;
}

/** Where a suite runs: emulated servers, or real ones. */
export interface World {
  clusters: ContractCluster[];
  close(): Promise<void>;
}

/**
 * The world that `DR_WORLD` names (the state file of a test bed), else a
 * sandbox of its own. Suites cannot tell which one they got.
 */
export async function openWorld(): Promise<World> {
  const stateFile = process.env.DR_WORLD;
  return stateFile ? testBedWorld(stateFile) : sandboxWorld();
}

/** A name that no other run uses, as real clusters outlive a suite. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString('hex')}`;
}
