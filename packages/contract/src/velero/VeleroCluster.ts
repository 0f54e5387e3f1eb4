import { gunzipSync } from 'node:zlib';
import type { KubeConfig } from '@kubernetes/client-node';
import { eventually } from '../wire/eventually';
import { Wire } from '../wire/wire';
import { ContractCluster } from '../world/world';

/** Real servers start plugins, look around once in a while, and share two cores. */
export const PATIENCE_MS = 120_000;

/** Longer than any backup of the suites takes, others in front included. */
const QUEUE_PATIENCE_MS = 45_000;

const ENDED = new Set([
  'Completed',
  'PartiallyFailed',
  'Failed',
  'FailedValidation',
]);

/** One cluster with a Velero at work, and a few words to ask it for things. */
export class VeleroCluster {
  readonly name: string;
  readonly wire: Wire;
  /** The portal's own identity. */
  readonly plugin: KubeConfig;
  /** Of the test bed's Veleros only; nobody else's is ours to restart. */
  restartVelero?: () => Promise<void>;
  readonly #namespace: string;
  /** Paths of what a suite made, to be taken away again. */
  readonly #made: string[] = [];
  readonly #beforeCleanUp: Array<() => Promise<unknown>> = [];

  constructor({ name, admin, plugin, veleroNamespace }: ContractCluster) {
    this.name = name;
    this.wire = new Wire(admin);
    this.plugin = plugin;
    this.#namespace = veleroNamespace;
  }

  path(plural: string, name?: string): string {
    const group = plural.startsWith('data') ? 'v2alpha1' : 'v1';
    const base = `/apis/velero.io/${group}/namespaces/${
      this.#namespace
    }/${plural}`;
    return name ? `${base}/${name}` : base;
  }

  /** @throws when the server refuses */
  async create(path: string, object: object): Promise<any> {
    const { status, body } = await this.wire.post(path, object);
    if (status !== 201) {
      throw new Error(
        `${this.name} answers ${status} to POST ${path}: ${body.message}`,
      );
    }
    this.takeAway(`${path}/${body.metadata.name}`);
    return body;
  }

  createVelero(
    plural: string,
    kind: string,
    object: { metadata: object; spec?: object; status?: object },
  ): Promise<any> {
    return this.create(this.path(plural), {
      apiVersion: 'velero.io/v1',
      kind,
      ...object,
    });
  }

  /** Undefined when there is none. */
  async find(path: string): Promise<any> {
    const { status, body } = await this.wire.get(path);
    return status === 404 ? undefined : body;
  }

  async list(plural: string, labelSelector = ''): Promise<any[]> {
    const query = labelSelector
      ? `?labelSelector=${encodeURIComponent(labelSelector)}`
      : '';
    const { body } = await this.wire.get(`${this.path(plural)}${query}`);
    return body.items;
  }

  /** Waits until an object is as it should be. */
  until(
    path: string,
    what: string,
    isSo: (object: any) => boolean,
    patience = PATIENCE_MS,
  ): Promise<any> {
    return eventually(
      `${path}: ${what}`,
      () => this.find(path),
      object => object !== undefined && isSo(object),
      patience,
    );
  }

  async gone(path: string): Promise<void> {
    await eventually(
      `${path} to go`,
      () => this.find(path),
      object => object === undefined,
      PATIENCE_MS,
    );
  }

  /**
   * A storage location like the default one, elsewhere in its bucket. Resolves
   * when it can be used.
   */
  async location(
    name: string,
    { prefix = name, accessMode = 'ReadWrite' } = {},
  ): Promise<void> {
    const path = (it: string) => this.path('backupstoragelocations', it);
    const { spec } = await this.find(path('default'));
    await this.createVelero('backupstoragelocations', 'BackupStorageLocation', {
      metadata: { name },
      spec: {
        ...spec,
        default: false,
        accessMode,
        objectStorage: { ...spec.objectStorage, prefix },
      },
    });
    await this.until(
      path(name),
      'to be available',
      ({ status }) => status?.phase === 'Available',
    );
  }

  async namespace(
    name: string,
    labels: Record<string, string> = {},
    annotations: Record<string, string> = {},
  ): Promise<void> {
    await this.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels, annotations },
    });
    // What every namespace gets by itself: a backup holds it too.
    await this.until(
      `/api/v1/namespaces/${name}/configmaps/kube-root-ca.crt`,
      'to be there',
      () => true,
    );
    await this.until(
      `/api/v1/namespaces/${name}/serviceaccounts/default`,
      'to be there',
      () => true,
    );
  }

  async deleteNamespace(name: string): Promise<void> {
    await this.wire.delete(`/api/v1/namespaces/${name}`);
    await this.gone(`/api/v1/namespaces/${name}`);
  }

  /**
   * Says what nobody here does, such as that a pod runs.
   *
   * @throws when the server refuses
   */
  async patchStatus(path: string, fields: object): Promise<void> {
    const { status, body } = await this.wire.mergePatch(`${path}/status`, {
      status: fields,
    });
    if (status !== 200) {
      throw new Error(
        `${this.name} answers ${status} to PATCH ${path}/status: ${body.message}`,
      );
    }
  }

  configMap(
    namespace: string,
    name: string,
    data: Record<string, string> = {},
    labels: Record<string, string> = {},
  ): Promise<any> {
    return this.create(`/api/v1/namespaces/${namespace}/configmaps`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, labels },
      data,
    });
  }

  async backup(name: string, spec: object = {}): Promise<any> {
    await this.createVelero('backups', 'Backup', {
      metadata: { name },
      spec: { ttl: '30m0s', ...spec },
    });
    return this.ended('backups', name);
  }

  async restore(name: string, spec: object = {}): Promise<any> {
    await this.createVelero('restores', 'Restore', {
      metadata: { name },
      spec,
    });
    return this.ended('restores', name);
  }

  /**
   * Waits for the end. Where Velero's queue stands still, as 1.18 knows it
   * (docs/velero-facts.md), does what an operator has to: restart it.
   */
  async ended(plural: 'backups' | 'restores', name: string): Promise<any> {
    const wait = (patience: number) =>
      this.until(
        this.path(plural, name),
        'to end',
        ({ status }) => ENDED.has(status?.phase),
        patience,
      );
    try {
      return await wait(QUEUE_PATIENCE_MS);
    } catch {
      if (this.restartVelero && (await this.#queueStandsStill())) {
        await this.restartVelero();
      }
      return wait(PATIENCE_MS);
    }
  }

  async #queueStandsStill(): Promise<boolean> {
    const phases = (await this.list('backups')).map(
      ({ status }) => status?.phase,
    );
    return (
      phases.includes('Queued') &&
      !phases.some(phase => phase === 'ReadyToStart' || phase === 'InProgress')
    );
  }

  /** Asks Velero for a file's address, and gets it there. */
  async download(
    kind: string,
    name: string,
  ): Promise<{ status: number; body: Buffer }> {
    const { metadata } = await this.createVelero(
      'downloadrequests',
      'DownloadRequest',
      {
        metadata: { generateName: 'contract-' },
        spec: { target: { kind, name } },
      },
    );
    const { status } = await this.until(
      this.path('downloadrequests', metadata.name),
      'to have an address',
      request => request.status?.downloadURL,
    );
    const response = await fetch(status.downloadURL);
    return {
      status: response.status,
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  async evidence(kind: string, name: string): Promise<any> {
    const { status, body } = await this.download(kind, name);
    if (status !== 200) {
      throw new Error(`${kind} of ${name} answers ${status}: ${body}`);
    }
    return JSON.parse(gunzipSync(body).toString('utf8'));
  }

  /** Says that something of Velero's making goes with this suite. */
  takeAway(path: string): void {
    this.#made.push(path);
  }

  /** Does something first when what was made is taken away. */
  beforeCleanUp(action: () => Promise<unknown>): void {
    this.#beforeCleanUp.push(action);
  }

  /** Says that a pod on a node goes with this suite: no kubelet lets go of it. */
  takeAwayAtOnce(path: string): void {
    this.beforeCleanUp(() => this.wire.delete(path, { gracePeriodSeconds: 0 }));
  }

  /** Takes away what this suite made, the newest first. */
  async cleanUp(): Promise<void> {
    for (const action of this.#beforeCleanUp) {
      await action();
    }
    for (const path of this.#made.reverse()) {
      await this.wire.delete(path);
    }
  }
}
