import type { Side } from './Scenario';
import { module15Schedule } from '../velero/module15';
import { ENABLED } from './things';

/** What somebody does to a backup's files in the bucket. */
export type Damage =
  | { file: string; by: 'removal' | 'truncation' | 'plainText' | 'nonsense' }
  | { file: string; by: 'bulk' }
  /** As a Velero with CSI writes it: the test writes the file, no such Velero ran. */
  | { file: string; by: 'csiSnapshots'; moved: boolean }
  | { by: 'removalOfAll' };

/** A backup that takes in all namespaces which name it. */
export interface BackupPlan {
  /** @defaultValue `one` */
  side?: Side;
  /** Over `includedNamespaces`, which are those that name it, and where to. */
  spec?: (namespaces: readonly string[]) => object;
  /** Made by a schedule; `spec` changes its template. */
  schedule?: () => any;
  /** The name of a location other than the run's own. */
  location?: 'readOnly' | 'lost' | 'absent';
  /** @defaultValue `Completed` */
  ends?: string;
  /** What becomes of it. */
  then?: 'expires' | 'deleted';
  damage?: Damage;
}

const none = {};
const LIST = '-resource-list.json.gz';
const VOLUMES = '-volumeinfo.json.gz';
const RESULTS = '-results.gz';

const selected = () => ({ labelSelector: { matchLabels: ENABLED } });

/** In the order in which they run, on each side. */
export const BACKUPS = {
  // The wide ones of module 15 are first: they hold what lives at the time.
  // Their snapshot location's provider has no plugin: one volume is one error.
  weekly: {
    side: 'two',
    schedule: module15Schedule('cluster-full-weekly'),
    ends: 'PartiallyFailed',
  },
  core: {
    side: 'two',
    schedule: module15Schedule('core-infra-daily'),
    ends: 'PartiallyFailed',
  },
  workspaces: { side: 'two', schedule: module15Schedule('workspaces-daily') },
  weeklyCorrected: {
    side: 'two',
    schedule: module15Schedule('cluster-full-weekly', 'weekly-corrected'),
    spec: names => ({
      includedNamespaces: names,
      excludedNamespaces: undefined,
      excludedResources: ['events', 'events.events.k8s.io'],
    }),
  },
  coreCorrected: {
    side: 'two',
    schedule: module15Schedule('core-infra-daily', 'core-corrected'),
    spec: names => ({
      includedNamespaces: names,
      defaultVolumesToFsBackup: true,
    }),
  },
  workspacesCorrected: {
    side: 'two',
    schedule: module15Schedule('workspaces-daily', 'workspaces-corrected'),
    spec: names => ({ includedNamespaces: names, labelSelector: undefined }),
  },
  workspacesByPattern: {
    side: 'two',
    schedule: module15Schedule('workspaces-daily', 'workspaces-by-pattern'),
    spec: () => ({
      includedNamespaces: ['ws-night-*'],
      labelSelector: undefined,
    }),
  },
  wholeOfTwo: { side: 'two' },

  expires: { spec: () => ({ ttl: '20s' }), then: 'expires' },
  deleted: { then: 'deleted' },
  whole: none,
  selected: { spec: selected },
  eitherLabel: {
    spec: () => ({
      orLabelSelectors: [
        { matchLabels: ENABLED },
        { matchLabels: { keep: 'me' } },
      ],
    }),
  },
  withoutSecrets: { spec: () => ({ excludedResources: ['secrets'] }) },
  withoutPods: { spec: () => ({ excludedResources: ['pods', 'jobs'] }) },
  onlyConfigMaps: { spec: () => ({ includedResources: ['configmaps'] }) },
  withoutClaims: {
    spec: () => ({
      excludedResources: ['persistentvolumeclaims', 'persistentvolumes'],
    }),
  },
  withoutSnapshots: { spec: () => ({ snapshotVolumes: false }) },
  byFileSystem: { spec: () => ({ defaultVolumesToFsBackup: true }) },
  onNodeWithoutAgent: { ends: 'PartiallyFailed' },
  byPattern: {
    spec: names => ({
      includedNamespaces: ['ws-glob-*'],
      excludedNamespaces: names.filter(name => name.includes('-out-')),
    }),
  },
  toNowhere: { location: 'absent', ends: 'FailedValidation' },
  toReadOnly: { location: 'readOnly' },
  toLost: { location: 'lost' },

  listRemoved: { damage: { file: LIST, by: 'removal' } },
  listTruncated: { damage: { file: LIST, by: 'truncation' } },
  listInPlainText: { damage: { file: LIST, by: 'plainText' } },
  listOfNonsense: { damage: { file: LIST, by: 'nonsense' } },
  listTooLarge: { damage: { file: LIST, by: 'bulk' } },
  resultsRemoved: { damage: { file: RESULTS, by: 'removal' } },
  volumesRemoved: { damage: { file: VOLUMES, by: 'removal' } },
  volumesAsCsi: {
    damage: { file: VOLUMES, by: 'csiSnapshots', moved: false },
  },
  volumesAsMoved: {
    damage: { file: VOLUMES, by: 'csiSnapshots', moved: true },
  },
  filesRemoved: { damage: { by: 'removalOfAll' } },
  wholeAgain: none,
} satisfies Record<string, BackupPlan>;

export type BackupName = keyof typeof BACKUPS;
