import {
  Problem,
  TopologyAHost,
} from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { TopologyAConfig } from '../config';
import { fetchManifest } from './fetchManifest';
import { ManifestError } from './ManifestError';
import { Manifest, parseManifest } from './parseManifest';

const TIMEOUT_MS = 10_000;
const SHOWN = 5;

interface Known {
  manifest?: Manifest;
  readAt?: number;
  problem?: Problem;
}

/** What the Docker hosts' manifests said when they were last read. Answers from memory. */
export class TopologyAHosts {
  readonly #config: TopologyAConfig;
  readonly #logger: LoggerService;
  readonly #known = new Map<string, Known>();
  #version = 0;

  constructor(config: TopologyAConfig, logger: LoggerService) {
    this.#config = config;
    this.#logger = logger;
  }

  /** Grows with each reading. */
  get version(): number {
    return this.#version;
  }

  /** Reads all hosts; one that fails keeps what was known of it. */
  async read(): Promise<void> {
    await Promise.all(this.#config.hosts.map(host => this.#readHost(host)));
    this.#version += 1;
  }

  /** All hosts, in the order of the configuration. */
  describe(now: number): TopologyAHost[] {
    return this.#config.hosts.map(({ name }) => {
      const { manifest, readAt, problem } = this.#known.get(name) ?? {};
      const backups = manifest?.backups ?? [];
      return {
        name,
        disasterRecovery: false,
        readAt: readAt ? new Date(readAt).toISOString() : undefined,
        problem,
        lastRun: manifest?.lastRun,
        isStale: manifest && this.#isStale(manifest, now),
        backups: backups.slice(0, SHOWN),
        total: backups.length,
      };
    });
  }

  async #readHost(host: TopologyAConfig['hosts'][number]): Promise<void> {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const manifest = parseManifest(
        await fetchManifest(host.manifest, signal),
      );
      this.#known.set(host.name, { manifest, readAt: Date.now() });
    } catch (error) {
      if (!(error instanceof ManifestError)) {
        throw error;
      }
      const known = this.#known.get(host.name);
      if (known?.problem?.message !== error.message) {
        this.#logger.warn(`Topology A host ${host.name}: ${error.message}`);
      }
      this.#known.set(host.name, { ...known, problem: error.problem });
    }
  }

  #isStale({ backups: [newest] }: Manifest, now: number): boolean {
    return (
      !newest || now - Date.parse(newest.finishedAt) > this.#config.staleAfter
    );
  }
}
