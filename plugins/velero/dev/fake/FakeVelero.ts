import { InputError, NotFoundError } from '@backstage/errors';
import type {
  BackupLogQuery,
  BackupsQuery,
  CoverageBody,
  LocationsQuery,
  Overview,
  RecoveryPointsQuery,
  RestoresQuery,
  ScheduleCoverageQuery,
  SchedulesQuery,
  WorkspaceSummary,
  WorkspacesQuery,
} from '@appgear/backstage-plugin-velero-common';
import { VERDICTS } from '@appgear/backstage-plugin-velero-common';
import type { ComplianceSpan, VeleroApi } from '../../src';
import { backups, restores } from './backups';
import { clusters } from './clusters';
import { compliance } from './compliance';
import { freshness, pageOf } from './page';
import {
  protectionOverview,
  recoveryPoints,
  workspaceProtection,
} from './protection';
import { contents } from './contents';
import { assessmentOf, coverage, fullCoverage } from './coverage';
import { log } from './logs';
import { schedules } from './schedules';
import { snapshotLocations, storageLocations } from './storage';
import { dockerHosts } from './topologyA';
import { workspaces } from './workspaces';

/** A fleet in memory, for the dev app and for tests of pages. */
export class FakeVelero implements VeleroApi {
  async getOverview(): Promise<Overview> {
    return {
      clusters: clusters(),
      workspaces: { total: 12, enabled: 7, withoutBackup: 2 },
      schedules: {
        ok: 2,
        new: 0,
        paused: 1,
        invalid: 0,
        missed: 1,
        stalled: 1,
      },
      upcoming: schedules()
        .filter(({ nextRunAt }) => nextRunAt)
        .sort((a, b) => a.nextRunAt!.localeCompare(b.nextRunAt!)),
      troubled: schedules().filter(({ condition }) =>
        ['stalled', 'missed'].includes(condition),
      ),
      recentBackups: { Completed: 3, PartiallyFailed: 1, InProgress: 1 },
      protection: protectionOverview(workspaces()),
      storageLocations: storageLocations(),
      freshness: freshness(),
    };
  }

  async getTopologyA() {
    return dockerHosts();
  }

  async getWorkspaces(query: WorkspacesQuery) {
    return pageOf(
      workspaces(),
      query,
      ({ tenant, owner, intent, protection }) =>
        (!query.verdict || protection?.verdict === query.verdict) &&
        (!query.tenant || tenant === query.tenant) &&
        (!query.owner || owner === query.owner) &&
        (!query.intent || intent === query.intent),
      item => workspaceKeys(item)[query.sort ?? 'id'],
    );
  }

  async getWorkspace(id: string) {
    const workspace = findWorkspace(id);
    const isOfIt = (item: { workspaces: string[] }) =>
      item.workspaces.includes(id);
    return {
      ...workspace,
      namespaces: workspace.clusters.map((cluster, index) => ({
        cluster,
        name: `${id}-${index === 0 ? 'app' : 'standby'}`,
        uid: `ns-${id}-${index}`,
        createdAt: new Date(Date.now() - 9e9).toISOString(),
        backupEnabled: workspace.intent === 'enabled' || index === 0,
        terminating: false,
      })),
      backups: backups().filter(isOfIt).slice(0, 50),
      schedules: schedules().filter(isOfIt),
      storageLocations: storageLocations().slice(0, 1),
      restores: restores().filter(isOfIt),
      freshness: freshness().filter(({ cluster }) =>
        workspace.clusters.includes(cluster),
      ),
    };
  }

  async getProtection(id: string) {
    return workspaceProtection(findWorkspace(id));
  }

  async getRecoveryPoints(_id: string, query: RecoveryPointsQuery) {
    return pageOf(
      recoveryPoints(),
      { ...query, order: 'desc' },
      () => true,
      ({ takenAt }) => takenAt,
    );
  }

  async getBackupContents() {
    return contents();
  }

  async getBackups(query: BackupsQuery) {
    return pageOf(
      backups(),
      query,
      item =>
        (!query.phase || item.phase === query.phase) &&
        (!query.schedule || item.schedule === query.schedule) &&
        (!query.storageLocation ||
          item.storageLocation === query.storageLocation) &&
        (!query.workspace || item.workspaces.includes(query.workspace)),
      item => item[query.sort ?? 'createdAt'],
    );
  }

  async getBackup(key: Key) {
    const backup = backups().find(({ name }) => name === key.name);
    if (!backup) {
      throw notFound(`No backup ${key.name} on ${key.cluster}`);
    }
    return backup;
  }

  async getBackupLog(_key: Key, query: BackupLogQuery) {
    return log(query);
  }

  async getSchedules(query: SchedulesQuery) {
    return pageOf(
      schedules(),
      query,
      item =>
        (!query.condition || item.condition === query.condition) &&
        (!query.workspace || item.workspaces.includes(query.workspace)),
      item => item[query.sort ?? 'name'],
    );
  }

  async getSchedule({ cluster, name }: Key) {
    const schedule = schedules().find(each => each.name === name);
    if (!schedule) {
      throw notFound(`No schedule ${name} on ${cluster}`);
    }
    return schedule;
  }

  async getScheduleCoverage(key: Key, query: ScheduleCoverageQuery = {}) {
    const assessment = assessmentOf(await this.getSchedule(key));
    return { ...coverage(query.workspace), assessment };
  }

  /** Reads no YAML: it looks for the words that matter to the fake fleet. */
  async simulateCoverage({ schedule, workspace }: CoverageBody) {
    if (!schedule.includes('kind: Schedule')) {
      throw Object.assign(
        new InputError(
          'The text has to be one manifest of kind Schedule, with spec.template',
        ),
        { statusCode: 400 },
      );
    }
    return schedule.includes('labelSelector')
      ? coverage(workspace)
      : fullCoverage();
  }

  async getStorageLocations(query: LocationsQuery) {
    return pageOf(
      storageLocations(),
      query,
      () => true,
      item => item[query.sort ?? 'name'],
    );
  }

  async getSnapshotLocations(query: LocationsQuery) {
    return pageOf(
      snapshotLocations(),
      query,
      () => true,
      ({ name }) => name,
    );
  }

  async getRestores(query: RestoresQuery) {
    return pageOf(
      restores(),
      query,
      ({ phase }) => !query.phase || phase === query.phase,
      ({ createdAt }) => createdAt,
    );
  }

  async getCompliance(query: ComplianceSpan) {
    return compliance(query);
  }

  async downloadCompliance(query: ComplianceSpan, format: 'csv' | 'json') {
    return new Blob([`${format} of ${JSON.stringify(compliance(query))}`]);
  }
}

interface Key {
  cluster: string;
  name: string;
}

function findWorkspace(id: string): WorkspaceSummary {
  const workspace = workspaces().find(each => each.id === id);
  if (!workspace) {
    throw notFound(`No workspace ${id}`);
  }
  return workspace;
}

function workspaceKeys(
  item: WorkspaceSummary,
): Record<string, string | number | undefined> {
  return {
    id: item.id,
    tenant: item.tenant,
    lastBackup: item.lastBackup?.startedAt,
    nextRun: item.nextRunAt,
    backupCount: item.backupCount,
    verdict: VERDICTS.indexOf(item.protection?.verdict ?? 'unknown'),
  };
}

function notFound(message: string) {
  return Object.assign(new NotFoundError(message), { statusCode: 404 });
}
