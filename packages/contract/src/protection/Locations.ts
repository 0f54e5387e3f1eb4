import type { VeleroCluster } from '../velero/VeleroCluster';
import type { BackupPlan } from './backups';
import { MODULE_15, MODULE_15_LOCATION } from './module15';
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
      this.#create(one, this.prefix, this.prefix),
      this.#create(one, this.nameOf({ location: 'readOnly' })),
      this.#create(one, this.nameOf({ location: 'lost' })),
      // As c2 of the test bed sees what c1 writes.
      this.#create(two, this.prefix, this.prefix, 'ReadOnly'),
      this.#create(two, this.nameOf({ side: 'two' })),
      this.#create(two, MODULE_15_LOCATION, `${this.prefix}-module-15`),
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

  async #create(
    cluster: VeleroCluster,
    name: string,
    prefix: string = name,
    accessMode: string = 'ReadWrite',
  ): Promise<void> {
    const { spec } = await cluster.find(
      cluster.path('backupstoragelocations', 'default'),
    );
    await cluster.createVelero(
      'backupstoragelocations',
      'BackupStorageLocation',
      {
        metadata: { name },
        spec: {
          ...spec,
          default: false,
          accessMode,
          objectStorage: { ...spec.objectStorage, prefix },
        },
      },
    );
    await cluster.until(
      cluster.path('backupstoragelocations', name),
      'to be available',
      ({ status }) => status?.phase === 'Available',
    );
  }
}
