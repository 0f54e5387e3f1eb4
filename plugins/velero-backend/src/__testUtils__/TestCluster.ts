import {
  ApiServer,
  createClusterStore,
  KubeObject,
  MemoryClusterStore,
  NewKubeObject,
  startApiServer,
  veleroCrds,
  WatchTimes,
} from '@appgear/velero-sandbox';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

const RBAC = path.resolve(__dirname, '../../../../deploy/rbac.yaml');
const IDENTITY = 'system:serviceaccount:velero:backstage-velero';

/** How a test's cluster is started. */
export interface TestClusterOptions {
  name: string;
  /** Velero's CRDs; there by default. */
  installed?: boolean;
  /** The rights of `deploy/rbac.yaml`; there by default. */
  granted?: boolean;
  watchTimes?: Partial<WatchTimes>;
  port?: number;
  /** Decides which requests get 429, where a share of them does. */
  random?: () => number;
}

/**
 * For tests: one cluster of the sandbox, without a Velero that acts, and with
 * the identity that the repository tells people to make for the portal.
 */
export class TestCluster {
  readonly #folder: string;

  private constructor(
    readonly name: string,
    readonly store: MemoryClusterStore,
    readonly server: ApiServer,
  ) {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'velero-backend-'));
    this.writeToken('portal-token');
    this.writeAuthority(server.certificateAuthority);
  }

  static async start(options: TestClusterOptions): Promise<TestCluster> {
    const { name, installed = true, granted = true } = options;
    const store = createClusterStore({
      crds: installed ? veleroCrds() : [],
      clock: { now: () => new Date() },
    });
    const server = await startApiServer({
      name,
      store,
      port: options.port,
      watchTimes: options.watchTimes,
      random: options.random,
      identities: [
        { name: IDENTITY, token: 'portal-token' },
        { name: IDENTITY, token: 'next-token' },
      ],
    });
    const cluster = new TestCluster(name, store, server);
    cluster.createNamespace('kube-system');
    cluster.createNamespace('velero');
    if (granted) {
      cluster.grant();
    }
    return cluster;
  }

  /** Its entry of `velero.clusters`. */
  get config() {
    return {
      name: this.name,
      url: this.server.url,
      tokenFile: path.join(this.#folder, 'token'),
      caFile: path.join(this.#folder, 'ca.crt'),
    };
  }

  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.#folder, { recursive: true });
  }

  writeToken(token: string): void {
    writeFileSync(path.join(this.#folder, 'token'), `${token}\n`);
  }

  writeAuthority(pem: string): void {
    writeFileSync(path.join(this.#folder, 'ca.crt'), pem);
  }

  /** Applies `deploy/rbac.yaml`. */
  grant(): void {
    for (const document of parseAllDocuments(readFileSync(RBAC, 'utf8'))) {
      this.store.create(document.toJS());
    }
  }

  /** How often a kind was listed, as opposed to watched. */
  lists(resource: string = 'backups.velero.io'): number {
    return this.server.requests.total({ verb: 'list', resource });
  }

  createNamespace(
    name: string,
    labels: Record<string, string> = {},
    annotations: Record<string, string> = {},
  ): KubeObject {
    return this.store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels, annotations },
    });
  }

  /** A namespace of a workspace, owned by `team-<id>`. */
  createWorkspace(id: string, labels: Record<string, string> = {}): KubeObject {
    return this.createNamespace(
      `ws-${id}`,
      {
        'appgear.io/workspace-id': id,
        'appgear.io/tenant-id': `tenant-${id}`,
        'appgear.io/backup-enabled': 'true',
        ...labels,
      },
      { 'appgear.io/owner': `group:default/team-${id}` },
    );
  }

  createBackup(name: string, rest: Partial<NewKubeObject> = {}): KubeObject {
    return this.#create('Backup', name, {
      spec: { includedNamespaces: ['*'], storageLocation: 'default' },
      status: { phase: 'Completed' },
      ...rest,
    });
  }

  createSchedule(name: string, rest: Partial<NewKubeObject> = {}): KubeObject {
    return this.#create('Schedule', name, {
      spec: { schedule: '@daily', template: { includedNamespaces: ['*'] } },
      status: { phase: 'Enabled' },
      ...rest,
    });
  }

  createRestore(name: string, rest: Partial<NewKubeObject> = {}): KubeObject {
    return this.#create('Restore', name, {
      spec: { backupName: 'b' },
      status: { phase: 'Completed' },
      ...rest,
    });
  }

  createStorageLocation(
    name: string,
    rest: Partial<NewKubeObject> = {},
  ): KubeObject {
    return this.#create('BackupStorageLocation', name, {
      spec: {
        provider: 'aws',
        default: true,
        objectStorage: { bucket: 'backups', prefix: this.name },
      },
      status: {
        phase: 'Available',
        lastValidationTime: new Date().toISOString(),
      },
      ...rest,
    });
  }

  deleteBackup(name: string): void {
    const backups = this.store.resourceType('backups', 'velero.io')!;
    this.store.delete(backups, name, 'velero');
  }

  #create(kind: string, name: string, rest: Partial<NewKubeObject>) {
    const { metadata, ...fields } = rest;
    return this.store.create({
      apiVersion: 'velero.io/v1',
      kind,
      ...fields,
      metadata: { ...metadata, name, namespace: 'velero' },
    });
  }
}
