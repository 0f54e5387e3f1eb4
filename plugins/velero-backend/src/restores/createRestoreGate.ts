import { randomUUID } from 'node:crypto';
import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { Language, wordingIn } from '../wording';
import { WorkspaceDirectory } from '../workspaces';
import { Assessor } from './assessment';
import { AuditorForwarder, AuditTrail } from './audit';
import { noteConfiguration } from './audit/noteConfiguration';
import { FleetEstate } from './estate';
import { Creator, Executor, FaultPoints, Follower, Worker } from './execution';
import { digestOf } from './freeze';
import { AuditDesk } from './gate/AuditDesk';
import { Desk } from './gate/Desk';
import { Filing } from './gate/Filing';
import { Previewer } from './gate/Previewer';
import { Reading } from './gate/Reading';
import { RestoreLogs } from './gate/RestoreLogs';
import { Messenger } from './messenger';
import {
  OutOfBandStore,
  OutOfBandTeller,
  OutOfBandWatch,
  Sightings,
} from './outOfBand';
import { CatalogPeople } from './people';
import { groupsOf, RestoresConfig } from './policy';
import { Rights, RightsOptions } from './rights';
import { createRestoreRoutes } from './routes';
import {
  databaseClock,
  ExecutionStore,
  GateClock,
  Outbox,
  patchedObjects,
  RequestQueries,
  RequestStore,
  skippedObjects,
} from './store';

/** What the gate stands on. */
export interface RestoreGateOptions {
  /** The plugin's own, up to date. */
  database: Knex;
  config: RestoresConfig;
  globalWorkspace: string;
  estate: FleetEstate;
  directory: WorkspaceDirectory;
  sightings: Sightings;
  toFilter: RightsOptions['toFilter'];
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  /** Of what is sent to people. */
  language: Language;
  permissions: PermissionsService;
  /** Called after each change of a request, so that open pages ask again. */
  onChange?: () => void;
  /** For tests. */
  clock?: GateClock;
  /** For tests: where a replica is to die. */
  reached?: FaultPoints;
  /** A replica that is silent for so long has died; a minute by default. */
  leaseMs?: number;
}

/** The approval gate, put together. */
export interface RestoreGate {
  /** `/restore-previews`, `/restore-requests`, `/out-of-band` and `/audit`. */
  router: Router;
  /**
   * One round of what a replica does by itself: expire, execute, follow, send
   * messages. To be called every few seconds by every replica; rounds do not
   * overlap, and one that fails is made up for by the next.
   */
  run(): Promise<void>;
  /** To be called once at start: a changed configuration goes into the trail. */
  start(): Promise<void>;
}

const LEASE_MS = 60_000;
const FILES_WITHIN_MS = 10 * 60_000;

/** Puts the approval gate together. */
export function createRestoreGate(options: RestoreGateOptions): RestoreGate {
  const { database, config, estate, directory, logger } = options;
  const { globalWorkspace, clock = databaseClock } = options;
  const reached = options.reached ?? (() => {});
  const policyDigest = digestOf({ config, globalWorkspace });
  const policy = { rules: config.rules };
  const wording = wordingIn(options.language).restores;

  const trail = new AuditTrail(database);
  const store = new RequestStore(database, {
    clock,
    remindBeforeMs: config.remindBefore,
    onChange: options.onChange,
  });
  const queries = new RequestQueries(database);
  const executions = new ExecutionStore(database, clock);
  const people = new CatalogPeople(options.catalog, options.auth);
  const rights = new Rights(options);
  const assessor = new Assessor({
    estate,
    globalWorkspace,
    gateObjects: config.gateObjects,
    policyDigest,
  });
  const previewer = new Previewer({
    estate,
    assessor,
    policy,
    people,
    globalWorkspace,
  });
  const reading = new Reading({
    database,
    store,
    queries,
    executions,
    people,
    rights,
    directory,
  });

  const outOfBand = new OutOfBandStore(database);
  const steps = { store, executions, reached };
  const worker = new Worker({
    ...steps,
    replica: randomUUID(),
    queries,
    logger,
    leaseMs: options.leaseMs ?? LEASE_MS,
    executor: new Executor({
      ...steps,
      cluster: name => estate.target(name),
      creator: new Creator({
        ...steps,
        isOutOfBand: async (cluster, uid) =>
          (await outOfBand.known(cluster)).has(uid),
      }),
      follower: new Follower({
        ...steps,
        stuckAfterMs: config.stuckAfter,
        filesWithinMs: FILES_WITHIN_MS,
        approvedSkips: id => skippedObjects(database, id),
      }),
      assessor,
      policy,
      people,
      ownershipOf: workspaces => previewer.ownershipOf(workspaces),
      approvedPatches: id => patchedObjects(database, id),
      approvedSkips: id => skippedObjects(database, id),
    }),
  });
  const messenger = new Messenger({
    outbox: new Outbox(database, clock),
    store,
    notifications: options.notifications,
    wording,
    logger,
  });
  const forwarder = new AuditorForwarder(database, trail, options.auditor);
  const watch = new OutOfBandWatch({
    database,
    clock,
    trail,
    store: outOfBand,
    sightings: options.sightings,
    logger,
  });
  const teller = new OutOfBandTeller({
    database,
    clock,
    store: outOfBand,
    notifications: options.notifications,
    wording,
    guards: groupsOf(config.rules),
    ownersOf: id => [directory.get(id)?.owner ?? []].flat(),
    logger,
  });

  return {
    router: createRestoreRoutes({
      httpAuth: options.httpAuth,
      store,
      queries,
      previewer,
      rights,
      reading,
      logs: new RestoreLogs({
        reading,
        rights,
        executions,
        cluster: name => estate.target(name),
      }),
      outOfBand,
      filing: new Filing({ store, previewer, people, rights, config }),
      desk: new Desk({ store, people, rights, reading }),
      auditDesk: new AuditDesk({ database, clock, trail, rights }),
    }),
    async start() {
      await noteConfiguration(database, trail, clock, policyDigest);
    },
    async run() {
      await worker.run();
      await watch.run();
      await teller.run();
      await messenger.run();
      await forwarder.run();
    },
  };
}
