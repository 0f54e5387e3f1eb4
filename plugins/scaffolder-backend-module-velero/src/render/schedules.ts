import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { LOCATION, NAMESPACE } from './cluster';
import { FINOPS_LABELS, withFinops } from './finops';
import { hooks } from './hooks';
import { DrModule } from './input';
import { Manifest } from './manifest';

/**
 * Velero copies a Schedule's annotations to its Backups: these tell Argo CD
 * that Backups are nobody's to remove (velero#2975, argo-cd#8683).
 */
const KEPT_BY_ARGO_CD = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false',
  'argocd.argoproj.io/sync-wave': '2',
};

const EVENTS = ['events', 'events.events.k8s.io'];

interface When {
  cron: string;
  ttl: string;
}

/** A Schedule with what all schedules of the module have in common. */
export const scheduleOf = (
  name: string,
  { cron, ttl }: When,
  volumeData: DrModule['volumeData'],
  template: BackupSpec,
): Manifest =>
  withFinops({
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name, namespace: NAMESPACE, annotations: KEPT_BY_ARGO_CD },
    spec: {
      schedule: cron,
      template: {
        // Else Backups get the Schedule's labels, Argo CD's own among them.
        metadata: { labels: { ...FINOPS_LABELS } },
        ...template,
        excludedResources: EVENTS,
        storageLocation: LOCATION,
        ...(volumeData === 'csiDataMovement'
          ? { snapshotVolumes: true, snapshotMoveData: true }
          : { snapshotVolumes: false, defaultVolumesToFsBackup: true }),
        ttl,
      },
    },
  });

/** The platform itself, daily. */
export const coreDaily = ({ schedules, volumeData, databases }: DrModule) =>
  scheduleOf('core-infra-daily', schedules.core, volumeData, {
    includedNamespaces: sorted(schedules.coreNamespaces),
    hooks: hooks(
      databases.filter(({ namespace }) =>
        schedules.coreNamespaces.includes(namespace),
      ),
    ),
  });

/** Nearly everything, weekly: with Pods, as what runs without a controller is lost without them. */
export const fullWeekly = ({ schedules, volumeData, databases }: DrModule) =>
  scheduleOf('cluster-full-weekly', schedules.full, volumeData, {
    includedNamespaces: ['*'],
    excludedNamespaces: sorted(schedules.fullExcept),
    hooks: hooks(
      databases.filter(
        ({ namespace }) => !schedules.fullExcept.includes(namespace),
      ),
    ),
  });

/**
 * The workspaces, daily, by their namespaces. A label selector would look at
 * the labels of each object instead, and miss what carries none
 * (velero: pkg/backup/item_collector.go).
 */
export const workspacesDaily = ({
  schedules,
  volumeData,
  workspaces,
  databases = [],
}: Pick<DrModule, 'schedules' | 'volumeData' | 'workspaces'> &
  Partial<Pick<DrModule, 'databases'>>) =>
  scheduleOf('workspaces-daily', schedules.workspaces, volumeData, {
    includedNamespaces: workspaces.namespaces
      ? sorted(workspaces.namespaces)
      : [workspaces.pattern!],
    ...(workspaces.except.length > 0 && {
      excludedNamespaces: sorted(workspaces.except),
    }),
    hooks: hooks(
      databases.filter(({ namespace }) => namespace.startsWith('ws-')),
    ),
  });

function sorted(names: string[]) {
  return [...new Set(names)].sort();
}
