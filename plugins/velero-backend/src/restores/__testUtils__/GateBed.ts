import { userRef } from '@appgear/velero-sandbox';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ServiceMock,
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { Bed, until } from '../../__testUtils__/Bed';
import { VeleroConfig } from '../../config';
import { migrate } from '../../database/openDatabase';
import { Downloader } from '../../evidence/download';
import { LogFiles } from '../../evidence/logs';
import { EvidenceStore } from '../../evidence/store';
import { workspaceRules } from '../../permissions/rules';
import { WorkspaceDirectory } from '../../workspaces';
import { createRestoreGate, RestoreGate } from '../createRestoreGate';
import { BackupFiles, FleetEstate, FleetSightings } from '../estate';
import { restoresSchema } from '../policy';
import { PEOPLE, permissions, userEntities } from './people';

const THROUGH = 'x-test-through';

/** As Backstage does: credentials of a person say which plugin acts for him. */
function peopleAndPlugins(): HttpAuthService {
  const httpAuth = mockServices.httpAuth({
    defaultCredentials: mockCredentials.none(),
  });
  const credentials = (async (req, options) => {
    const found = await httpAuth.credentials(req, options);
    const subject = req.get(THROUGH);
    const actor = { type: 'service', subject };
    return subject === undefined
      ? found
      : { ...found, principal: { ...(found.principal as object), actor } };
  }) as HttpAuthService['credentials'];
  return { credentials, issueUserCookie: httpAuth.issueUserCookie };
}

/** What a test's gate is made with. */
export interface GateBedOptions {
  /** `velero.restores`. */
  restores?: object;
}

/** A request, answered; anybody of PEOPLE, or nobody at all. */
export type Who = keyof typeof PEOPLE | 'anonymous' | 'a service';

/** The gate over HTTP, on clusters of the sandbox whose Velero really works. */
export class GateBed {
  readonly #app = express();

  private constructor(
    readonly bed: Bed,
    readonly gate: RestoreGate,
    readonly notifications: { send: jest.Mock },
    readonly auditor: ServiceMock<AuditorService>,
  ) {
    this.#app.use(gate.router);
    this.#app.use(mockErrorHandler());
  }

  static async start(
    knex: Knex,
    bed: Bed,
    config: VeleroConfig,
    options: GateBedOptions = {},
  ): Promise<GateBed> {
    await migrate(knex);
    const fleet = bed.fleet(config);
    const directory = new WorkspaceDirectory(fleet, config.workspaces);
    const logger = mockServices.logger.mock();
    const estate = new FleetEstate({
      fleet,
      directory,
      workspaces: config.workspaces,
      pageSize: config.fleet.pageSize,
      gradeOf: async () => 'complete',
      files: new BackupFiles({
        fleet,
        logger,
        downloader: new Downloader(config.evidence),
        logs: new LogFiles(new Downloader(config.evidence)),
        evidence: {
          store: new EvidenceStore(knex),
          stateOf: () => undefined,
        },
      }),
    });
    const notifications = { send: jest.fn().mockResolvedValue(undefined) };
    const auditor = mockServices.auditor.mock({
      createEvent: jest
        .fn()
        .mockResolvedValue({ success: jest.fn(), fail: jest.fn() }),
    });
    const gate = createRestoreGate({
      database: knex,
      config: restoresSchema.parse(options.restores ?? {}),
      globalWorkspace: config.workspaces.globalWorkspace,
      estate,
      directory,
      sightings: new FleetSightings({
        fleet,
        workspacesOfRestore: () => ['checkout'],
        workspacesOfBackup: () => ['checkout'],
      }),
      toFilter: createConditionTransformer(Object.values(workspaceRules)),
      auditor,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: userEntities }),
      httpAuth: peopleAndPlugins(),
      logger,
      language: 'en',
      notifications,
      permissions,
    });
    await gate.start();
    await until('all clusters live', () =>
      fleet.clusters.every(cluster => cluster.view().state === 'live'),
    );
    return new GateBed(bed, gate, notifications, auditor);
  }

  get(who: Who, path: string) {
    return this.#as(who, request(this.#app).get(path));
  }

  post(who: Who, path: string, body: object = {}) {
    return this.#as(who, request(this.#app).post(path).send(body));
  }

  /** The same through another plugin that acts for the person. */
  postThrough(plugin: string, who: Who, path: string, body: object) {
    return this.post(who, path, body).set(THROUGH, plugin);
  }

  /** Previews a restore, and files it as it was previewed. */
  async file(who: Who, asked: { cluster: string; spec: object }, more = {}) {
    const { body } = await this.post(who, '/restore-previews', asked);
    return this.post(who, '/restore-requests', {
      ...asked,
      digest: body.preview?.digest ?? '0'.repeat(64),
      reason: 'the settings were deleted by mistake',
      ...more,
    });
  }

  /** Votes on a request as it stands. */
  async vote(who: Who, id: string, more: object = {}) {
    const { body } = await this.get(who, `/restore-requests/${id}`);
    return this.post(who, `/restore-requests/${id}/votes`, {
      decision: 'approve',
      digest: body.digest,
      ...more,
    });
  }

  /** Rounds of the gate, and time for Velero, until a request has ended. */
  async carryOut(id: string): Promise<void> {
    await until(`the end of request ${id}`, async () => {
      await this.gate.run();
      this.bed.clock.advance(5_000);
      const { body } = await this.get(
        'otto.operator',
        `/restore-requests/${id}`,
      );
      return body.endedAt !== undefined;
    });
  }

  #as(who: Who, call: request.Test): request.Test {
    if (who === 'anonymous') return call;
    return call.set(
      'Authorization',
      who === 'a service'
        ? mockCredentials.service.header()
        : mockCredentials.user.header(userRef(who)),
    );
  }
}
