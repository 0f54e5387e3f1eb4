import { Knex, knex } from 'knex';
import { JsonObject } from '@backstage/types';
import { ConfigReader } from '@backstage/config';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { readVeleroConfig } from '../../../config';
import { Downloader } from '../../../evidence/download';
import { LogFiles } from '../../../evidence/logs';
import { EvidenceStore } from '../../../evidence/store';
import { Fleet } from '../../../fleet';
import { workspaceRules } from '../../../permissions/rules';
import { WorkspaceDirectory } from '../../../workspaces';
import { createRestoreGate, RestoreGate } from '../../createRestoreGate';
import { BackupFiles, FleetEstate, FleetSightings } from '../../estate';
import { FaultPoints } from '../../execution';
import { standIns } from './standIns';

/** What a replica is told. */
export interface ReplicaOrders {
  /** PostgreSQL. */
  database: string;
  /** As under `velero`. */
  velero: JsonObject;
  leaseMs: number;
}

/** A gate as a backend has it, on a fleet and a database of its own connections. */
export async function openGate(
  { database, velero, leaseMs }: ReplicaOrders,
  reached?: FaultPoints,
): Promise<{ gate: RestoreGate; fleet: Fleet; knex: Knex }> {
  const config = readVeleroConfig(new ConfigReader({ velero }));
  const connection = knex({
    client: 'pg',
    connection: database,
    pool: { min: 0, max: 8 },
  });
  const { logger } = standIns;
  const fleet = new Fleet(config, logger);
  const directory = new WorkspaceDirectory(fleet, config.workspaces);
  const gate = createRestoreGate({
    ...standIns,
    database: connection,
    config: config.restores,
    globalWorkspace: config.workspaces.globalWorkspace,
    directory,
    sightings: new FleetSightings({
      fleet,
      workspacesOfRestore: () => ['checkout'],
      workspacesOfBackup: () => ['checkout'],
    }),
    toFilter: createConditionTransformer(Object.values(workspaceRules)),
    language: 'en',
    leaseMs,
    reached,
    estate: new FleetEstate({
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
          store: new EvidenceStore(connection),
          stateOf: () => undefined,
        },
      }),
    }),
  });
  fleet.start();
  await untilLive(fleet);
  return { gate, fleet, knex: connection };
}

async function untilLive(fleet: Fleet): Promise<void> {
  while (fleet.clusters.some(({ view }) => view().state !== 'live')) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
