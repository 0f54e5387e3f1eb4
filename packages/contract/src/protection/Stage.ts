import { setTimeout } from 'node:timers/promises';
import { eventually } from '../wire/eventually';
import { LONG_AGO } from '../velero/module15';
import { PATIENCE_MS, VeleroCluster } from '../velero/VeleroCluster';
import { BackupName, BackupPlan, BACKUPS } from './backups';
import { inflict } from './damage';
import { Locations } from './Locations';
import { startNodeAgent } from './nodeAgent';
import { NamespaceMaker } from './NamespaceMaker';
import type { ProtectionWorld } from './protectionWorld';
import type { Place, Scenario, Side } from './Scenario';

const SIDES: readonly Side[] = ['one', 'two'];
/** The shortest target of the scenarios: what is older is too old. */
const SHORTEST_TARGET_MS = 60_000;

/** One namespace and whose it is. */
interface Placed {
  scenario: Scenario;
  place: Place;
  side: Side;
  name: string;
}

/** Makes the situations of all scenarios, with as few backups as there are plans. */
export class Stage {
  readonly #world: ProtectionWorld;
  readonly #run: string;
  readonly #placed: readonly Placed[];
  readonly #locations: Locations;
  readonly #makers: Record<Side, NamespaceMaker>;
  /** Of the backups, by plan; a schedule names its own. */
  readonly #names = new Map<string, string>();

  constructor(
    world: ProtectionWorld,
    scenarios: readonly Scenario[],
    run: string,
  ) {
    this.#world = world;
    this.#run = run;
    this.#locations = new Locations(world, run);
    this.#makers = {
      one: new NamespaceMaker(world.one),
      two: new NamespaceMaker(world.two),
    };
    this.#placed = scenarios.flatMap(scenario =>
      scenario.places.map(place => ({
        scenario,
        place,
        side: place.side ?? 'one',
        name:
          place.name ??
          ['ws', scenario.id, place.suffix, run].filter(Boolean).join('-'),
      })),
    );
  }

  /** A workspace's id in this run. */
  workspaceOf({ id }: Scenario): string {
    return `${id}-${this.#run}`;
  }

  /** Resolves when everything has happened. */
  async set(): Promise<void> {
    await this.#locations.make();
    const stops = await Promise.all(
      SIDES.map(side =>
        startNodeAgent(this.#world[side], this.#world.playsNodeAgent),
      ),
    );
    await Promise.all(SIDES.map(side => this.#play(side)));
    await Promise.all(stops.map(stop => stop()));
    await Promise.all(this.#placed.map(placed => this.#afterwards(placed)));
    await this.#settleBackups();
    await this.#locations.spoil();
    await this.#grow();
  }

  /** Each side's backups, one after the other, and each namespace in time for its first. */
  async #play(side: Side): Promise<void> {
    const waiting = new Set(this.#placed.filter(it => it.side === side));
    const make = async (due: readonly Placed[]) => {
      due.forEach(placed => waiting.delete(placed));
      await Promise.all(due.map(placed => this.#make(placed)));
    };
    for (const [plan, details] of plansOf(side)) {
      await make(
        [...waiting].filter(({ place }) => place.backups.includes(plan)),
      );
      await this.#backUp(plan, details);
    }
    await make([...waiting]);
  }

  #make({ scenario, place, side, name }: Placed): Promise<void> {
    return this.#makers[side].make(name, place.things, {
      annotations: place.annotations,
      labels: {
        ...(!place.ofNoWorkspace && {
          'appgear.io/workspace-id': this.workspaceOf(scenario),
          'appgear.io/tenant-id': 'contract',
        }),
        'appgear.io/backup-enabled': String(scenario.enabled ?? true),
        ...place.labels,
      },
    });
  }

  async #backUp(plan: BackupName, details: BackupPlan): Promise<void> {
    const { side = 'one', ends = 'Completed', schedule } = details;
    const cluster = this.#world[side];
    const namespaces = this.#placed
      .filter(({ place }) => place.backups.includes(plan))
      .map(({ name }) => name);
    const spec = details.spec?.(namespaces);
    const name = schedule
      ? await this.#runSchedule(cluster, schedule(), spec)
      : await this.#create(cluster, `${plan.toLowerCase()}-${this.#run}`, {
          includedNamespaces: [...new Set(namespaces)],
          storageLocation: this.#locations.nameOf(details),
          ttl: '1h0m0s',
          ...spec,
        });
    this.#names.set(plan, name);
    const { status } = await cluster.ended('backups', name);
    if (status.phase !== ends) {
      throw new Error(
        `Backup ${name} was to end ${ends}: ${JSON.stringify(status)}`,
      );
    }
  }

  async #create(cluster: VeleroCluster, name: string, spec: object) {
    await cluster.createVelero('backups', 'Backup', {
      metadata: { name },
      spec,
    });
    return name;
  }

  async #runSchedule(cluster: VeleroCluster, schedule: any, changes?: object) {
    const { name } = schedule.metadata;
    const { metadata } = await cluster.createVelero('schedules', 'Schedule', {
      ...schedule,
      spec: {
        ...schedule.spec,
        template: { ...schedule.spec.template, ...changes },
      },
      status: LONG_AGO,
    });
    const since = Date.parse(metadata.creationTimestamp);
    const backup = await eventually(
      `schedule ${name} to run`,
      async () =>
        (
          await cluster.list('backups', `velero.io/schedule-name=${name}`)
        ).find(it => Date.parse(it.metadata.creationTimestamp) >= since),
      found => found !== undefined,
      PATIENCE_MS,
    );
    cluster.takeAway(cluster.path('backups', backup.metadata.name));
    return backup.metadata.name as string;
  }

  async #afterwards({ scenario, place, side, name }: Placed): Promise<void> {
    const { created, deleted, remade, stuckInDeletion } =
      place.afterwards ?? {};
    const maker = this.#makers[side];
    await maker.add(name, created ?? []);
    await maker.remove(name, deleted ?? []);
    if (remade) {
      await this.#world[side].deleteNamespace(name);
      await this.#make({
        scenario,
        side,
        name,
        place: { ...place, things: remade },
      });
    }
    if (stuckInDeletion) {
      await maker.stickInDeletion(name, place.things[0]);
    }
  }

  async #settleBackups(): Promise<void> {
    const { one, two, bucket } = this.#world;
    const gone: string[] = [];
    const plans = plansOf('one').filter(
      ([, { ends }]) => ends !== 'FailedValidation',
    );
    for (const [plan, { then, damage }] of plans) {
      const name = this.#names.get(plan)!;
      if (then === 'deleted') {
        await one.createVelero('deletebackuprequests', 'DeleteBackupRequest', {
          metadata: { generateName: `${name}-` },
          spec: { backupName: name },
        });
      }
      if (damage) {
        await inflict(damage, bucket, this.#locations.prefix, name);
      }
      if (then || damage?.by === 'removalOfAll') {
        gone.push(name);
      }
    }
    await Promise.all(gone.map(name => one.gone(one.path('backups', name))));
    const shared = plans.filter(([, { location }]) => !location);
    for (const [plan] of shared) {
      const name = this.#names.get(plan)!;
      if (!gone.includes(name)) {
        await two.until(two.path('backups', name), 'to appear', () => true);
      }
    }
    await Promise.all(gone.map(name => two.gone(two.path('backups', name))));
  }

  /** Until all backups are older than the shortest target. */
  async #grow(): Promise<void> {
    const { one } = this.#world;
    const { status } = await one.find(
      one.path('backups', this.#names.get('wholeAgain')!),
    );
    const age = Date.now() - Date.parse(status.startTimestamp);
    await setTimeout(Math.max(0, SHORTEST_TARGET_MS + 1000 - age));
  }
}

function plansOf(side: Side): Array<[BackupName, BackupPlan]> {
  const plans = Object.entries(BACKUPS) as Array<[BackupName, BackupPlan]>;
  return plans.filter(([, plan]) => (plan.side ?? 'one') === side);
}
