import {
  Backup,
  POINT_GRADES,
  PointGrade,
} from '@appgear/backstage-plugin-velero-common';
import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { ReadModel } from '../answers';
import { VeleroConfig } from '../config';
import { Downloader } from '../evidence/download';
import { Proof } from '../proof';
import { gradeKey } from '../proof/Standing';
import {
  createRestoreGate,
  RestoreGate,
  RestoreGateOptions,
} from './createRestoreGate';
import { BackupFiles, FleetEstate, FleetSightings } from './estate';

export interface OpenRestoreGateOptions
  extends Omit<
    RestoreGateOptions,
    | 'config'
    | 'globalWorkspace'
    | 'estate'
    | 'directory'
    | 'sightings'
    | 'language'
  > {
  config: VeleroConfig;
  model: ReadModel;
  proof: Proof;
  scheduler: SchedulerService;
  logger: LoggerService;
}

const EVERY_SECONDS = 5;
const ROUND_MINUTES = 15;

/** The gate on the plugin's own fleet, evidence and verdicts; every replica works for it. */
export async function openRestoreGate(
  options: OpenRestoreGateOptions,
): Promise<RestoreGate> {
  const { config, model, proof, scheduler, logger } = options;
  const { fleet, directory } = model;
  const estate = new FleetEstate({
    fleet,
    directory,
    workspaces: config.workspaces,
    pageSize: config.fleet.pageSize,
    gradeOf: async (backup, workspaces) => gradeOf(backup, workspaces, proof),
    files: new BackupFiles({
      fleet,
      evidence: proof.evidence,
      logs: proof.evidence.logs,
      downloader: new Downloader(config.evidence),
      logger,
    }),
  });
  const gate = createRestoreGate({
    ...options,
    config: config.restores,
    language: config.notifications.language,
    globalWorkspace: config.workspaces.globalWorkspace,
    estate,
    directory,
    sightings: new FleetSightings({
      fleet,
      workspacesOfRestore: restore => model.workspacesOfRestore(restore),
      workspacesOfBackup: (cluster, name) => {
        const backup = fleet.tables.backups.get(cluster, name);
        return backup ? model.scopes.workspacesOf(backup) : [];
      },
    }),
  });
  await gate.start();
  await scheduler.scheduleTask({
    id: 'restore-gate',
    scope: 'local',
    frequency: { seconds: EVERY_SECONDS },
    timeout: { minutes: ROUND_MINUTES },
    fn: () => gate.run(),
  });
  return gate;
}

/** The worst of what the point is worth to each workspace; where nobody graded it, nobody knows. */
function gradeOf(
  { metadata, status }: Backup,
  workspaces: readonly string[],
  proof: Proof,
): PointGrade {
  const takenAt = status?.startTimestamp ?? metadata.creationTimestamp ?? '';
  const key = gradeKey(metadata.name, takenAt);
  const grades = workspaces.map(
    id => proof.of(id)?.grades.get(key) ?? 'unknown',
  );
  const worst = Math.max(...grades.map(grade => POINT_GRADES.indexOf(grade)));
  return POINT_GRADES[worst] ?? 'unknown';
}
