import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { Assessor, Estate, ReadContents } from '../../assessment';
import { People } from '../../people';
import { decide, RestorePolicy } from '../../policy';
import { fileRequest } from '../../stateMachine';
import {
  ExecutionStore,
  patchedObjects,
  RequestQueries,
  RequestStore,
  skippedObjects,
  StoredRequest,
} from '../../store';
import {
  ANA,
  approveAs,
  APPROVERS,
  HOUR,
  OTTO,
  StandingClock,
  traceOf,
} from '../../store/__testUtils__/filing';
import { Creator } from '../Creator';
import { Executor } from '../Executor';
import { FaultPoints } from '../faults';
import { Follower } from '../Follower';
import { Worker } from '../Worker';
import { FakeCluster } from './FakeCluster';

export const LEASE_MS = 60_000;

/**
 * The gate around fake clusters: files and approves requests as the service
 * would, and starts as many replicas of the worker as a test wants.
 */
export class Bench implements Estate, People {
  readonly clock = new StandingClock();
  readonly cluster = new FakeCluster('prod');
  readonly store: RequestStore;
  readonly executions: ExecutionStore;
  readonly refs = new Map([
    [OTTO, new Set([OTTO, 'group:default/appgear-dr-operators'])],
    [ANA, new Set([ANA, APPROVERS])],
  ]);
  policy: RestorePolicy = {
    rules: [
      { name: 'every', when: {}, require: [{ group: APPROVERS, count: 1 }] },
    ],
  };
  policyDigest = 'p0';
  /** Uids of Restores that were seen before they were the gate's. */
  readonly outOfBand = new Set<string>();
  contentsOf: ReadContents = {
    digest: 'c0ffee',
    objects: [
      { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'settings' },
    ],
    volumes: [],
    volumesRecorded: true,
  };

  constructor(readonly knex: Knex) {
    this.store = new RequestStore(knex, {
      clock: this.clock,
      remindBeforeMs: 4 * HOUR,
    });
    this.executions = new ExecutionStore(knex, this.clock);
  }

  target(name: string) {
    return name === 'prod' ? this.cluster : undefined;
  }
  async contents() {
    return this.contentsOf;
  }
  belongingOf() {
    return { workspace: 'shop', tenant: 'acme' };
  }
  async owners() {
    return new Map();
  }
  async gradeOf() {
    return 'complete' as const;
  }
  async refsOf(user: string) {
    return this.refs.get(user);
  }
  async membersOf() {
    return [ANA];
  }

  /** A request that ana approved. */
  async approved(
    spec: StoredRequest['content']['frozen']['spec'] = {},
  ): Promise<StoredRequest> {
    const { gate } = await this.file(spec);
    const changed = await this.store.change(
      gate.id,
      approveAs(ANA, gate.digest),
      traceOf(ANA),
    );
    return changed!.request;
  }

  async file(
    spec: StoredRequest['content']['frozen']['spec'] = {},
  ): Promise<StoredRequest> {
    const { assessment, obstacles } = await this.#assessor().assess(
      this.cluster,
      { backupName: 'daily-1', includedNamespaces: ['ws-shop'], ...spec },
      this.clock.time,
      { fresh: false },
    );
    if (!assessment) throw new Error(obstacles.map(o => o.message).join('; '));
    const decision = decide(this.policy, assessment.risks, {
      owners: new Map(),
      globalWorkspace: 'global',
    });
    if (decision.refused) throw new Error(decision.refused.join('; '));
    return this.store.file(
      {
        opened: fileRequest(
          {
            id: randomUUID(),
            requester: OTTO,
            digest: assessment.digest,
            factors: decision.factors,
            approveWithinMs: 24 * HOUR,
            executeWithinMs: 4 * HOUR,
          },
          this.clock.time,
        ),
        effects: assessment.preview.effects,
        content: {
          frozen: assessment.frozen,
          effectsDigest: assessment.preview.effectsDigest,
          summary: assessment.preview.summary,
          risks: assessment.risks,
          factors: decision.factors,
          rules: decision.rules,
          requesterRefs: [...this.refs.get(OTTO)!],
          reason: 'the settings were deleted',
        },
      },
      traceOf(OTTO),
    );
  }

  /** One replica of the worker. */
  replica(name = 'r1', reached: FaultPoints = () => {}): Worker {
    const { knex, store, executions } = this;
    const common = { store, executions, reached };
    return new Worker({
      ...common,
      replica: name,
      queries: new RequestQueries(knex),
      logger: mockServices.logger.mock(),
      leaseMs: LEASE_MS,
      executor: new Executor({
        ...common,
        cluster: cluster => this.target(cluster),
        creator: new Creator({
          ...common,
          isOutOfBand: async (_, uid) => this.outOfBand.has(uid),
        }),
        follower: new Follower({
          ...common,
          stuckAfterMs: HOUR / 2,
          filesWithinMs: 10 * 60_000,
          approvedSkips: requestId => skippedObjects(knex, requestId),
        }),
        assessor: this.#assessor(),
        policy: this.policy,
        people: this,
        ownershipOf: async () => ({
          owners: new Map(),
          globalWorkspace: 'global',
        }),
        approvedPatches: requestId => patchedObjects(knex, requestId),
        approvedSkips: requestId => skippedObjects(knex, requestId),
      }),
    });
  }

  async state(requestId: string) {
    const request = await this.store.get(requestId);
    return request?.gate;
  }

  #assessor() {
    return new Assessor({
      estate: this,
      globalWorkspace: 'global',
      gateObjects: [],
      policyDigest: this.policyDigest,
    });
  }
}
