import { EvidenceVolume } from '@appgear/backstage-plugin-velero-common';
import { Scalar } from './JsonTokenizer';

const METHODS = new Set<string>([
  'NativeSnapshot',
  'PodVolumeBackup',
  'CSISnapshot',
]);

/**
 * One entry of VolumeInfos, by the paths of its fields. What has another type
 * than expected is absent.
 */
export class VolumeEntry {
  readonly #fields: ReadonlyMap<string, Scalar>;

  constructor(fields: ReadonlyMap<string, Scalar>) {
    this.#fields = fields;
  }

  get namespace(): string {
    return (
      this.#text('pvcNamespace') ?? this.#text('pvbInfo.podNamespace') ?? ''
    );
  }

  volume(): EvidenceVolume {
    const method = this.#text('backupMethod') ?? '';
    const result = this.#text('result');
    const pod = this.#text('pvbInfo.podName');
    return withoutUndefined({
      claim: this.#text('pvcName'),
      volume: this.#text('pvName'),
      method: METHODS.has(method)
        ? (method as EvidenceVolume['method'])
        : undefined,
      moved: this.#flag('snapshotDataMoved'),
      keptLocally: this.#flag('preserveLocalSnapshot'),
      skipped: this.#flag('skipped'),
      skippedReason: this.#text('skippedReason'),
      result:
        result === 'succeeded' || result === 'failed' ? result : undefined,
      phase: this.#firstText(
        'snapshotDataMovementInfo.Phase',
        'pvbInfo.Phase',
        'nativeSnapshotInfo.Phase',
      ),
      bytes: this.#firstSize(
        'snapshotDataMovementInfo.size',
        'pvbInfo.size',
        'csiSnapshotInfo.size',
      ),
      incrementalBytes: this.#firstSize(
        'snapshotDataMovementInfo.incrementalSize',
        'pvbInfo.incrementalSize',
      ),
      driver: this.#text('csiSnapshotInfo.driver'),
      podVolume: pod && `${pod}/${this.#text('pvbInfo.volumeName') ?? ''}`,
    });
  }

  #text(key: string): string | undefined {
    const value = this.#fields.get(key);
    return typeof value === 'string' && value !== ''
      ? value.slice(0, 1000)
      : undefined;
  }

  #flag(key: string): boolean {
    return this.#fields.get(key) === true;
  }

  #firstText(...keys: string[]): string | undefined {
    return keys.map(key => this.#text(key)).find(Boolean);
  }

  #firstSize(...keys: string[]): number | undefined {
    return keys
      .map(key => this.#fields.get(key))
      .find((size): size is number => typeof size === 'number' && size > 0);
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as T;
}
