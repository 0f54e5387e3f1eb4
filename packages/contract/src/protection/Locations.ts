import type { VeleroCluster } from '../velero/VeleroCluster';
import type { BackupPlan } from './backups';
import { MODULE_15, MODULE_15_LOCATION } from '../velero/module15';
import type { ProtectionWorld } from './protectionWorld';

/** The places of a run's own in the bucket: nothing of other runs lies there. */
export class Locations {
  readonly #world: ProtectionWorld;
  readonly prefix: string;

  constructor(world: ProtectionWorld, run: string) {
    this.#world = world;
    this.prefix = `protection-${run}`;
  }

  /** Where a backup goes. */
  nameOf({ side = 'one', location }: BackupPlan): string {
    const name = side === 'two' ? `${this.prefix}-two` : this.prefix;
    return location ? `${this.prefix}-${location.toLowerCase()}` : name;
  }

  /** Resolves when all can be used. */
  async make(): Promise<void> {
    const { one, two } = this.#world;
    for (const cluster of [one, two]) {
      cluster.beforeCleanUp(() => this.#takeAway(cluster));
    }
    const [snapshots] = MODULE_15.filter(
      ({ kind }) => kind === 'VolumeSnapshotLocation',
    );
    await two.createVelero(
      'volumesnapshotlocations',
      'VolumeSnapshotLocation',
      snapshots,
    );
    await Promise.all([
      one.location(this.prefix),
      one.location(this.nameOf({ location: 'readOnly' })),
      one.location(this.nameOf({ location: 'lost' })),
      // As c2 of the test bed sees what c1 writes.
      two.location(this.prefix, { accessMode: 'ReadOnly' }),
      two.location(this.nameOf({ side: 'two' })),
      two.location(MODULE_15_LOCATION, { prefix: `${this.prefix}-module-15` }),
    ]);
  }

  /** Takes away what is to be lost. */
  async spoil(): Promise<void> {
    const { one } = this.#world;
    const change = (location: BackupPlan['location'], spec: object) =>
      one.wire.mergePatch(
        one.path('backupstoragelocations', this.nameOf({ location })),
        { spec },
      );
    await change('readOnly', { accessMode: 'ReadOnly' });
    await change('lost', { objectStorage: { bucket: 'no-such-bucket' } });
    const lost = this.nameOf({ location: 'lost' });
    await one.until(
      one.path('backupstoragelocations', lost),
      'to be unavailable',
      ({ status }) => status?.phase === 'Unavailable',
    );
  }

  /** Locations first: as long as there is one, its backups come back. */
  async #takeAway(cluster: VeleroCluster): Promise<void> {
    const isOwn = (name: string) =>
      name === MODULE_15_LOCATION || name.startsWith(this.prefix);
    const ofRun = async (plural: string, locationOf: (it: any) => string) =>
      (await cluster.list(plural))
        .filter(it => isOwn(locationOf(it)))
        .map(({ metadata }) => cluster.path(plural, metadata.name));
    for (const path of [
      ...(await ofRun(
        'backupstoragelocations',
        ({ metadata }) => metadata.name,
      )),
      ...(await ofRun('backups', ({ spec }) => spec.storageLocation)),
    ]) {
      await cluster.wire.delete(path);
    }
  }
}
