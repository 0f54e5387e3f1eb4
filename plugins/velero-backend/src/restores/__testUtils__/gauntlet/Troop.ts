import { ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { EXECUTION_STEPS, ExecutionStep } from '../../execution';
import { ReplicaOrders } from './openGate';

const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';

/** Three replicas at all times; who dies is replaced by one that dies elsewhere. */
export class Troop {
  /** How many died at each step, and how many by a stray shot. */
  readonly deaths = new Map<ExecutionStep | 'anywhere', number>();
  readonly #alive = new Set<ChildProcess>();
  #next = 0;
  #over = false;

  constructor(
    private readonly orders: ReplicaOrders,
    private readonly size: number,
    /** From then on nobody is told to die. */
    private readonly deathsPerStep: number,
  ) {}

  start(): void {
    for (let n = 0; n < this.size; n++) this.#spawn();
  }

  /** Kills one of them wherever it is. */
  shoot(): void {
    const [victim] = this.#alive;
    if (victim?.kill('SIGKILL')) this.#count('anywhere');
  }

  get isSated(): boolean {
    return EXECUTION_STEPS.every(
      step => (this.deaths.get(step) ?? 0) >= this.deathsPerStep,
    );
  }

  stop(): void {
    this.#over = true;
    this.#alive.forEach(child => child.kill('SIGKILL'));
  }

  #spawn(): void {
    const child = spawn(
      process.execPath,
      [
        '--require',
        TRANSFORM,
        path.join(__dirname, 'replica.ts'),
        JSON.stringify({ ...this.orders, fatal: this.#fatal() }),
      ],
      // The channel tells a replica that the parent has gone.
      { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
    );
    this.#alive.add(child);
    child.stdout!.on('data', text => this.#heard(String(text)));
    child.on('exit', () => {
      this.#alive.delete(child);
      if (!this.#over) this.#spawn();
    });
  }

  /** The step that has seen the fewest deaths, so that all get their share. */
  #fatal(): { step: ExecutionStep; after: number } | undefined {
    if (this.isSated) return undefined;
    const wanting = EXECUTION_STEPS.filter(
      step => (this.deaths.get(step) ?? 0) < this.deathsPerStep,
    );
    this.#next += 1;
    return {
      step: wanting[this.#next % wanting.length],
      after: 1 + (this.#next % 3),
    };
  }

  #heard(text: string): void {
    for (const [, step] of text.matchAll(/dies:(\w+)/g)) {
      this.#count(step as ExecutionStep);
    }
  }

  #count(where: ExecutionStep | 'anywhere'): void {
    this.deaths.set(where, (this.deaths.get(where) ?? 0) + 1);
  }
}
