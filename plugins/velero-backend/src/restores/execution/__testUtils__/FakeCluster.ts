import { randomUUID } from 'node:crypto';
import {
  Backup,
  BackupStorageLocation,
  Restore,
} from '@appgear/backstage-plugin-velero-common';
import { NamedConfigMap, RestorePluginName } from '../../assessment';
import { Belonging, LiveTarget } from '../../preview';
import {
  RestoreCluster,
  RestoreExistsError,
  RestoreFiles,
} from '../RestoreCluster';

/**
 * A cluster in memory, with an API server's memory for names and a Velero
 * that does what a test tells it to.
 */
export class FakeCluster implements RestoreCluster {
  readonly role = 'production' as const;
  readonly veleroNamespace = 'velero';
  readonly backups = new Map<string, Backup>();
  readonly locations = new Map<string, BackupStorageLocation>();
  readonly namespaces = new Map<string, Belonging & { uid: string }>();
  readonly objects = new Set<string>();
  readonly configMaps = new Map<string, Record<string, string>>();
  readonly plugins = new Map<RestorePluginName, NamedConfigMap[]>();
  readonly kept = new Map<string, Restore>();
  readonly files = new Map<string, RestoreFiles>();
  /** How often a Restore was really created, by name. */
  readonly creations: string[] = [];
  version: string | undefined = 'v1.18.2';
  /** What admission makes of a Restore on its way in. */
  admission: (restore: Restore) => Restore = restore => restore;
  /** Thrown by every call, when the cluster is down. */
  down: Error | undefined;

  constructor(readonly name: string) {
    this.locations.set('default', {
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: { name: 'default' },
      spec: { provider: 'aws', objectStorage: { bucket: 'dr' } },
      status: { phase: 'Available' },
    });
    this.addBackup('daily-1');
    this.namespaces.set('ws-shop', {
      uid: 'uid-shop',
      workspace: 'shop',
      tenant: 'acme',
    });
  }

  addBackup(name: string) {
    this.backups.set(name, {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name, labels: { 'velero.io/schedule-name': 'daily' } },
      spec: { storageLocation: 'default' },
      status: {
        phase: 'Completed',
        startTimestamp: '2026-03-01T02:00:00Z',
        completionTimestamp: '2026-03-01T02:05:00Z',
        expiration: '2026-04-01T02:00:00Z',
      },
    });
  }

  /** Velero gets on with a Restore. */
  velero(name: string, status: NonNullable<Restore['status']>) {
    const restore = this.kept.get(name)!;
    this.kept.set(name, {
      ...restore,
      status: { ...restore.status, ...status },
    });
  }

  /** Velero completes a Restore and writes its files. */
  complete(name: string, entries: string[] = ['ws-shop/settings(created)']) {
    this.files.set(name, {
      resourceList: { 'v1/ConfigMap': entries },
      results: { errors: {}, warnings: {} },
    });
    this.velero(name, {
      phase: 'Completed',
      completionTimestamp: '2026-03-01T11:00:00Z',
    });
  }

  async veleroVersion() {
    return this.#answer(this.version);
  }
  async csiEnabled() {
    return this.#answer(true);
  }
  async backup(name: string) {
    return this.#answer(this.backups.get(name));
  }
  async storageLocation(name: string) {
    return this.#answer(this.locations.get(name));
  }
  async configMap(name: string) {
    return this.#answer(this.configMaps.get(name));
  }
  async pluginConfigMaps(plugin: RestorePluginName) {
    return this.#answer(this.plugins.get(plugin) ?? []);
  }
  async restores() {
    return this.#answer([...this.kept.values()]);
  }
  async restore(name: string) {
    return this.#answer(structuredClone(this.kept.get(name)));
  }

  async live(): Promise<LiveTarget> {
    return this.#answer({
      namespace: name => this.namespaces.get(name),
      has: (resource, namespace, name) =>
        this.objects.has(`${resource} ${namespace ?? ''}/${name}`),
      types: [
        ['ConfigMap', 'configmaps'],
        ['ServiceAccount', 'serviceaccounts'],
      ].map(([kind, plural]) => ({
        group: '',
        version: 'v1',
        kind,
        plural,
        namespaced: true,
      })),
    });
  }

  async createRestore(restore: Restore, { dryRun }: { dryRun: boolean }) {
    const { name } = this.#answer(restore).metadata;
    if (this.kept.has(name)) {
      throw new RestoreExistsError(`restores "${name}" already exists`);
    }
    const admitted = this.admission(structuredClone(restore));
    if (!dryRun) {
      admitted.metadata.uid = randomUUID();
      this.kept.set(name, admitted);
      this.creations.push(name);
    }
    return structuredClone(admitted);
  }

  async restoreFiles(name: string) {
    const files = this.#answer(this.files.get(name));
    if (!files) throw new Error('404');
    return files;
  }

  /** The worker reads no logs. */
  async restoreLog() {
    return this.#answer(undefined);
  }

  #answer<T>(value: T): T {
    if (this.down) throw this.down;
    return value;
  }
}
