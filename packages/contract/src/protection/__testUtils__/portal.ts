import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// A suite is no part of a library.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import veleroPlugin from '@appgear/backstage-plugin-velero-backend';
import type {
  ClusterStatus,
  ProtectionReason,
  Verdict,
  WorkspaceProtection,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventually } from '../../wire/eventually';
import { PATIENCE_MS, VeleroCluster } from '../../velero/VeleroCluster';
import { MAX_BYTES } from '../damage';

/** The portal, asked as a browser asks it. */
export interface Portal {
  /** What it says of a workspace, once it has read all that it is going to read. */
  protection(workspace: string): Promise<WorkspaceProtection>;
  /** What its lists say; they follow within seconds. */
  listed(workspace: string): Promise<Verdict | undefined>;
  stop(): Promise<void>;
}

/** It has all that it needs: reading that takes long is in vain. */
const PORTAL_PATIENCE_MS = 45_000;

/** Starts the real plugin on clusters, each under the portal's own identity. */
export async function startPortal(
  clusters: readonly VeleroCluster[],
): Promise<Portal> {
  const folder = await mkdtemp(join(tmpdir(), 'velero-contract-'));
  const entries = await Promise.all(
    clusters.map(async ({ name, plugin }) => {
      const file = join(folder, `${name}.kubeconfig`);
      await writeFile(file, plugin.exportConfig(), { mode: 0o600 });
      const context = plugin.getCurrentContext();
      return { name, kubeconfig: { file, context } };
    }),
  );
  const backend = await startTestBackend({
    features: [
      veleroPlugin,
      catalogServiceMock.factory({ entities: [] }),
      // By default all test backends of a process share one.
      mockServices.scheduler.factory(),
      mockServices.rootConfig.factory({
        data: {
          velero: {
            clusters: entries,
            evidence: {
              atOnce: 16,
              perCluster: 8,
              perStorage: 16,
              maxExpandedBytes: MAX_BYTES,
            },
            protection: {
              rpo: { tiers: { gold: '1m' } },
              notifications: { enabled: false },
            },
          },
        },
      }),
    ],
  });

  /** Undefined: not yet. */
  async function read<T>(path: string): Promise<T | undefined> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/velero${path}`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );
    return response.ok ? ((await response.json()) as T) : undefined;
  }

  await eventually(
    'the portal to read all clusters',
    () => read<ClusterStatus[]>('/clusters'),
    all => all?.every(({ state }) => state === 'live') ?? false,
    PATIENCE_MS,
  );
  return {
    protection: async workspace => {
      const path = `/workspaces/${workspace}/protection`;
      const known = await eventually(
        `the portal to know of workspace ${workspace}`,
        () => read<WorkspaceProtection>(path),
        answer =>
          answer !== undefined &&
          answer.inventory.every(({ readAt }) => readAt) &&
          !answer.reasons.some(isNotYet),
        PORTAL_PATIENCE_MS,
      );
      return known!;
    },
    listed: async workspace => {
      const found = await read<WorkspaceSummary>(`/workspaces/${workspace}`);
      return found?.protection?.verdict;
    },
    stop: async () => {
      await backend.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Whether the portal is still at it. What is known of a location has a message. */
function isNotYet(reason: ProtectionReason): boolean {
  return (
    reason.code === 'evidenceWaiting' ||
    reason.code === 'inventoryUnread' ||
    (reason.code === 'storageUnavailable' && reason.message === undefined)
  );
}
