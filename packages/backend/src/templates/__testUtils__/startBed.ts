import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Sandbox } from '@appgear/velero-sandbox';
import { startFleet } from './fleet';
import { PortalOptions } from './startPortal';

/** For tests: a fleet, and where portals of it keep their databases. */
export interface TemplateBed extends PortalOptions {
  fleet: Sandbox;
  close(): Promise<void>;
}

export async function startBed(): Promise<TemplateBed> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'templates-'));
  const fleet = await startFleet();
  const kubeconfig = path.join(folder, 'kubeconfig');
  await fleet.writeKubeconfig(kubeconfig);
  return {
    fleet,
    folder,
    kubeconfig,
    async close() {
      await fleet.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
