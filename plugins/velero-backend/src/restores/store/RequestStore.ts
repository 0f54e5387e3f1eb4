import {
  says,
  AuditEventType,
  ObjectEffect,
} from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';
import { AuditTrail, NewAuditEvent } from '../audit';
import {
  GateCommand,
  GateEvent,
  Refusal,
  transition,
  Transition,
} from '../stateMachine';
import { auditEvent, fromGateEvent } from './auditEvents';
import { GateClock } from './clock';
import { insertEffects } from './effects';
import { Message, messagesOnEvent, messagesOnFiling } from './messages';
import { Outbox } from './Outbox';
import { insertRequest, loadRequest, swapRequest } from './tables';
import { StoredRequest, Trace } from './types';

/** What became of a request, and whether the command was taken. */
export interface Changed {
  request: StoredRequest;
  events: GateEvent[];
  refusal?: Refusal;
}

/** Work that has to happen with a change, or not at all. */
export type Alongside = (
  transaction: Knex.Transaction,
  result: Transition,
) => Promise<void>;

/** A new request with what its approvers are shown. */
export interface NewStoredRequest {
  /** As the state machine opened it. */
  opened: Transition;
  content: StoredRequest['content'];
  effects: readonly ObjectEffect[];
}

export interface RequestStoreOptions {
  clock: GateClock;
  /** How long before its end a pending request is called to mind again. */
  remindBeforeMs: number;
  /** Called after each change, once it is written. */
  onChange?: () => void;
}

/** How often a change is tried again when others were faster. */
const ATTEMPTS = 10;

/**
 * Requests in the database. Whatever changes one goes through the state
 * machine, and is written with its votes, audit events and messages in one
 * transaction, by compare-and-swap: of two replicas that act at once, one
 * does, and the other looks again.
 */
export class RequestStore {
  readonly #trail: AuditTrail;

  constructor(
    private readonly database: Knex,
    private readonly options: RequestStoreOptions,
  ) {
    this.#trail = new AuditTrail(database);
  }

  now(): Promise<Date> {
    return this.options.clock.now(this.database);
  }

  /** Writes a new request. With `supersedes`, the old one is cancelled with it. */
  async file(filed: NewStoredRequest, trace: Trace): Promise<StoredRequest> {
    const request: StoredRequest = {
      gate: filed.opened.request,
      content: filed.content,
      version: 1,
    };
    await this.database.transaction(async transaction => {
      await insertRequest(transaction, request);
      await insertEffects(transaction, request.gate.id, filed.effects);
      const { supersedes } = filed.content;
      const cancelled = supersedes
        ? await this.#supersede(transaction, supersedes, request, trace)
        : [];
      await Outbox.put(
        transaction,
        request.gate.id,
        messagesOnFiling(request, this.options.remindBeforeMs),
      );
      await this.#trail.append(transaction, [
        auditEvent('filed', request.gate.filedAt, request, trace, {
          reason: request.content.reason,
          rules: request.content.rules,
          policyDigest: request.content.frozen.policyDigest,
          ...(request.gate.breakGlass && {
            incident: request.gate.breakGlass.incident,
          }),
        }),
        ...filed.opened.events.map(event =>
          fromGateEvent(event, request, trace),
        ),
        ...cancelled,
      ]);
    });
    this.options.onChange?.();
    return request;
  }

  async get(id: string): Promise<StoredRequest | undefined> {
    return loadRequest(this.database, id);
  }

  /**
   * Gives a request a command.
   *
   * @returns undefined when there is no such request
   */
  async change(
    id: string,
    command: GateCommand,
    trace: Trace,
    alongside?: Alongside,
  ): Promise<Changed | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcome = await this.#tryChange(id, command, trace, alongside);
      if (outcome !== 'lost') {
        if (outcome?.events.length) this.options.onChange?.();
        return outcome;
      }
    }
    throw new Error(
      `Restore request ${id} is changed by others all the time; try again`,
    );
  }

  /** Puts down something that happened to a request without changing it. */
  async record(
    id: string,
    happened: {
      type: AuditEventType;
      trace: Trace;
      /** Whom to tell. */
      messages?: (request: StoredRequest, now: Date) => Message[];
      /** What has to be written with it. */
      alongside?: (transaction: Knex.Transaction) => Promise<void>;
    },
  ): Promise<void> {
    const { type, trace, messages, alongside } = happened;
    await this.database.transaction(async transaction => {
      const request = await loadRequest(transaction, id);
      if (!request) return;
      const now = await this.options.clock.now(transaction);
      await alongside?.(transaction);
      await Outbox.put(transaction, id, messages?.(request, now) ?? []);
      await this.#trail.append(transaction, [
        auditEvent(type, now.toISOString(), request, trace),
      ]);
    });
  }

  async #tryChange(
    id: string,
    command: GateCommand,
    trace: Trace,
    alongside: Alongside | undefined,
  ): Promise<Changed | 'lost' | undefined> {
    return this.database.transaction(async transaction => {
      const before = await loadRequest(transaction, id);
      if (!before) return undefined;
      const now = await this.options.clock.now(transaction);
      const result = transition(before.gate, command, now);
      const after = await swapRequest(transaction, before, result);
      if (after === 'lost') return 'lost';
      await alongside?.(transaction, result);
      await this.#tell(transaction, after, result, trace, now);
      return { request: after, events: result.events, refusal: result.refusal };
    });
  }

  /** Messages and audit events; the trail last, as it makes others wait. */
  async #tell(
    transaction: Knex.Transaction,
    request: StoredRequest,
    { events, refusal }: Transition,
    trace: Trace,
    now: Date,
  ): Promise<void> {
    await Outbox.put(
      transaction,
      request.gate.id,
      events.flatMap(event => messagesOnEvent(event, request)),
    );
    const told = events.map(event => fromGateEvent(event, request, trace));
    if (refusal && trace.actor.kind !== 'system') {
      told.push(
        auditEvent('refused', now.toISOString(), request, trace, { refusal }),
      );
    }
    await this.#trail.append(transaction, told);
  }

  async #supersede(
    transaction: Knex.Transaction,
    id: string,
    by: StoredRequest,
    trace: Trace,
  ): Promise<NewAuditEvent[]> {
    const old = await loadRequest(transaction, id);
    if (!old) return [];
    const { kind, ref } = trace.actor;
    const result = transition(
      old.gate,
      {
        type: 'cancel',
        by: { kind: kind === 'user' ? 'user' : 'service', ref },
        reason: says('gate.superseded', { request: by.gate.id }),
      },
      new Date(by.gate.filedAt),
    );
    const after = await swapRequest(transaction, old, result);
    if (after === 'lost') {
      throw new Error(`Restore request ${id} was changed meanwhile; try again`);
    }
    await Outbox.put(
      transaction,
      id,
      result.events.flatMap(event => messagesOnEvent(event, after)),
    );
    return result.events.map(event => fromGateEvent(event, after, trace));
  }
}
