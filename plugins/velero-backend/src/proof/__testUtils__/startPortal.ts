import {
  Verdict,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { startVeleroBackend, TestCluster } from '../../__testUtils__';
import { Bed, configMapOf, namespaceOf, until } from '../../__testUtils__/Bed';

const ENABLED = { 'appgear.io/backup-enabled': 'true' };
const MINUTE = 60_000;

/**
 * For tests: a portal on one cluster with workspaces that are backed up as a
 * whole (`shop`, and `night` by a schedule), in part (`blog`), to no effect
 * (`bare`) and not at all (`late`), all of them assessed.
 */
export async function startPortal() {
  const bed = await Bed.start(['one']);
  fill(bed);
  bed.clock.run();
  const scheduler = mockServices.scheduler();
  const notifications = { send: jest.fn().mockResolvedValue(undefined) };
  const backend = await startVeleroBackend({
    features: [
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
      }),
    ],
    clusters: bed
      .clusterConfigs()
      .map(config => ({ config })) as unknown as TestCluster[],
    config: {
      evidence: { retryInitial: '100ms', downloadTimeout: '5s' },
      protection: {
        notifications: { settleFor: '1ms', platform: 'group:default/ops' },
      },
    },
  });

  async function read<T>(path: string): Promise<T> {
    const { body } = await backend.get(path).expect(200);
    return body as T;
  }

  async function verdicts(): Promise<Partial<Record<string, Verdict>>> {
    const page = await read<{ items: WorkspaceSummary[] }>('/workspaces');
    return Object.fromEntries(
      page.items.map(({ id, protection }) => [id, protection?.verdict]),
    );
  }

  await backend.untilLive();
  await until(
    'all are assessed with what lives there',
    async () => {
      const { shop, night } = await verdicts();
      return shop === 'protected' && night === 'protected';
    },
    60_000,
  );
  return {
    bed,
    backend,
    scheduler,
    notifications,
    read,
    verdicts,
    stop: async () => {
      await backend.stop();
      await bed.close();
    },
  };
}

function fill(bed: Bed): void {
  for (const id of ['shop', 'blog', 'bare', 'late', 'night']) {
    bed.create(
      'one',
      namespaceOf(`ws-${id}`, { 'appgear.io/workspace-id': id, ...ENABLED }),
      configMapOf(`ws-${id}`, 'settings'),
      configMapOf(`ws-${id}`, 'more'),
    );
  }
  bed.create('one', {
    ...configMapOf('ws-blog', 'labelled'),
    metadata: { namespace: 'ws-blog', name: 'labelled', labels: ENABLED },
  });
  bed.clock.advance(MINUTE);
  bed.backup('one', 'whole', { includedNamespaces: ['ws-shop'] });
  // module 15: the selector asks for labels of the objects themselves
  bed.backup('one', 'workspaces-daily', {
    includedNamespaces: ['ws-blog', 'ws-bare'],
    labelSelector: { matchLabels: ENABLED },
  });
  bed.cluster('one').velero.api.schedules.create({
    metadata: { name: 'nightly' },
    spec: {
      schedule: '@every 7m',
      template: { includedNamespaces: ['ws-night'] },
    },
  });
  bed.clock.advance(9 * MINUTE);
}
