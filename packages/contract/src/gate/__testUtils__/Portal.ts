import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// A suite is no part of a library.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import veleroPlugin from '@appgear/backstage-plugin-velero-backend';
import type { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { userRef } from '@appgear/velero-sandbox';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { PATIENCE_MS, VeleroCluster } from '../../velero/VeleroCluster';
import { eventually } from '../../wire/eventually';
import { People, PEOPLE, toEntities } from './people';

/** What a portal is started with; a later one may differ. */
export interface PortalOptions {
  people?: People;
  /** `velero.restores` of its configuration. */
  restores?: object;
}

/** A restore, before it is asked for. */
export interface Restore {
  cluster: VeleroCluster;
  spec: RestoreSpec;
}

type Backend = Awaited<ReturnType<typeof startTestBackend>>;
type Database = Awaited<ReturnType<TestDatabases['init']>>;

/** Few, so that a suite knows who is asked. */
const RULES = [
  {
    name: 'every restore',
    require: [{ group: 'group:default/appgear-dr-approvers' }],
  },
  {
    name: 'into what is alive',
    when: { target: ['living', 'mapped'] },
    require: [{ owners: true }],
  },
];
const REASON = 'the settings were deleted by mistake';

/**
 * The real plugin on clusters, each under the portal's own identity, with a
 * database that outlives it: a portal that is started again remembers. Its
 * rounds of work are called for, so that a test knows what was before them.
 */
export class Portal {
  readonly #clusters: readonly VeleroCluster[];
  readonly #database: Database;
  readonly #folder: string;
  readonly #scheduler = mockServices.scheduler();
  #backend?: Backend;

  private constructor(
    clusters: readonly VeleroCluster[],
    database: Database,
    folder: string,
  ) {
    this.#clusters = clusters;
    this.#database = database;
    this.#folder = folder;
  }

  static async start(
    clusters: readonly VeleroCluster[],
    database: Database,
  ): Promise<Portal> {
    const folder = await mkdtemp(join(tmpdir(), 'velero-gate-'));
    const portal = new Portal(clusters, database, folder);
    await portal.restart();
    return portal;
  }

  /** Ends it, and starts one with other people or another configuration. */
  async restart(options: PortalOptions = {}): Promise<void> {
    await this.#backend?.stop();
    const { people = PEOPLE, restores = {} } = options;
    this.#backend = await startTestBackend({
      features: [
        veleroPlugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => this.#scheduler,
        }),
        catalogServiceMock.factory({ entities: toEntities(people) }),
        mockServices.database.factory({ knex: this.#database }),
        mockServices.rootConfig.factory({
          data: {
            velero: {
              clusters: await this.#entries(),
              protection: { notifications: { enabled: false } },
              restores: { rules: RULES, ...restores },
            },
          },
        }),
      ],
    });
    await eventually(
      'the portal to read all clusters',
      () => this.get('otto.operator', '/clusters'),
      ({ body }) =>
        Array.isArray(body) && body.every(({ state }) => state === 'live'),
      PATIENCE_MS,
    );
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await rm(this.#folder, { recursive: true });
  }

  get(who: string, path: string) {
    return this.#ask(who, 'GET', path);
  }

  post(who: string, path: string, body: object) {
    return this.#ask(who, 'POST', path, body);
  }

  /** What a restore would do, or what stands in its way. */
  async preview({ cluster, spec }: Restore) {
    const asked = { cluster: cluster.name, spec };
    return (await this.post('otto.operator', '/restore-previews', asked)).body;
  }

  /** Previews a restore as otto.operator, and files it as it was previewed. */
  async file(restore: Restore) {
    const { preview } = await this.preview(restore);
    return this.post('otto.operator', '/restore-requests', {
      cluster: restore.cluster.name,
      spec: restore.spec,
      digest: preview?.digest ?? '0'.repeat(64),
      reason: REASON,
    });
  }

  /** The same, and everybody named approves it. Gives back its id. */
  async approved(restore: Restore, ...voters: string[]): Promise<string> {
    const { status, body } = await this.file(restore);
    if (status !== 201) {
      throw new Error(`It was not filed: ${status} ${JSON.stringify(body)}`);
    }
    let state = body.state;
    for (const voter of voters) {
      const path = `/restore-requests/${body.id}/votes`;
      const vote = { decision: 'approve', digest: body.digest };
      ({
        body: { state },
      } = await this.post(voter, path, vote));
    }
    if (state !== 'approved') {
      throw new Error(`After ${voters.join(' and ')} it is ${state}.`);
    }
    return body.id;
  }

  /** A request as it stands. */
  async request(id: string) {
    return (await this.get('otto.operator', `/restore-requests/${id}`)).body;
  }

  /** One round of what a replica does by itself. */
  round(): Promise<void> {
    return this.#scheduler.triggerTask('restore-gate');
  }

  /** Rounds until a request has ended. */
  ended(id: string): Promise<any> {
    return eventually(
      `request ${id} to end`,
      async () => {
        await this.round();
        return this.request(id);
      },
      ({ endedAt }) => endedAt !== undefined,
      PATIENCE_MS,
    );
  }

  /** As a replica leaves it that dies before it has written down what it made. */
  async forgetRestore(id: string): Promise<void> {
    await this.#database('restore_executions')
      .where({ request_id: id })
      .update({ restore_uid: null });
  }

  /** Rounds until a Restore of this name was found that went round the gate. */
  async outOfBand(name: string): Promise<any> {
    const isIt = (found: { name: string }) => found.name === name;
    const { body } = await eventually(
      `the restore ${name} to be found`,
      async () => {
        await this.round();
        return this.get('otto.operator', '/out-of-band?limit=200');
      },
      answer => answer.body.items.some(isIt),
      PATIENCE_MS,
    );
    return body.items.find(isIt);
  }

  #entries() {
    return Promise.all(
      this.#clusters.map(async ({ name, plugin }) => {
        const file = join(this.#folder, `${name}.kubeconfig`);
        await writeFile(file, plugin.exportConfig(), { mode: 0o600 });
        const context = plugin.getCurrentContext();
        return { name, kubeconfig: { file, context } };
      }),
    );
  }

  async #ask(
    who: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: any }> {
    const { server } = this.#backend!;
    const response = await fetch(
      `http://localhost:${server.port()}/api/velero${path}`,
      {
        method,
        headers: {
          Authorization: mockCredentials.user.header(userRef(who)),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  }
}
