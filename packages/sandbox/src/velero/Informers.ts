import { KubeObject } from '../kubernetes';
import { VeleroKind } from './VeleroApi';

/** What became of an object since it was last seen. */
export interface Change<T extends KubeObject> {
  /** `created` also for what is there already when the server starts. */
  type: 'created' | 'updated' | 'deleted';
  object: T;
  /** The little that is remembered of how it was. */
  before?: Memory<T>;
}

interface Memory<T extends KubeObject> {
  phase?: string;
  /** Only of kinds whose controllers ask for it: most are too many. */
  spec?: T['spec'];
}

type Hear<T extends KubeObject> = (change: Change<T>) => void;

/** The kinds few enough to remember their specs. */
const REMEMBERS_SPEC = new Set(['Schedule', 'BackupStorageLocation']);

class Informer<T extends KubeObject> {
  readonly listeners: Array<Hear<T>> = [];
  readonly #kind: VeleroKind<T>;
  readonly #memory = new Map<string, Memory<T>>();
  #unsubscribe: () => void = () => {};

  constructor(kind: VeleroKind<T>) {
    this.#kind = kind;
  }

  start(): void {
    for (const object of this.#kind.list()) {
      this.#tell({ type: 'created', object });
    }
    this.#unsubscribe = this.#kind.subscribe(({ type, object }) => {
      const before = this.#memory.get(object.metadata.name);
      if (type === 'DELETED') {
        this.#memory.delete(object.metadata.name);
        this.#tell({ type: 'deleted', object, before });
      } else {
        this.#tell({ type: before ? 'updated' : 'created', object, before });
      }
    });
  }

  stop(): void {
    this.#unsubscribe();
  }

  #tell(change: Change<T>): void {
    const { type, object } = change;
    if (type !== 'deleted') {
      this.#memory.set(object.metadata.name, {
        phase: object.status?.phase,
        ...(REMEMBERS_SPEC.has(object.kind) ? { spec: object.spec } : {}),
      });
    }
    this.listeners.forEach(hear => hear(change));
  }
}

/** One list and one watch per kind, for all controllers of a server. */
export class Informers {
  readonly #informers = new Map<string, Informer<any>>();

  /** Before `start`: whoever comes later misses what is there already. */
  listen<T extends KubeObject>(kind: VeleroKind<T>, hear: Hear<T>): void {
    const { plural } = kind.type;
    let informer = this.#informers.get(plural);
    if (!informer) {
      informer = new Informer(kind);
      this.#informers.set(plural, informer);
    }
    informer.listeners.push(hear);
  }

  start(): void {
    this.#informers.forEach(informer => informer.start());
  }

  stop(): void {
    this.#informers.forEach(informer => informer.stop());
  }
}
