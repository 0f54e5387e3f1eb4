import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { ChainHead, EMPTY_CHAIN, hashOf } from './chain';

/** Where a chain is broken, and how. */
export interface ChainFault {
  /** Number of the event, as it says itself. */
  seq: number;
  problem: string;
}

/**
 * Follows a chain event by event.
 *
 * A chain proves that nothing inside it was changed, taken out, put in or
 * moved. That nothing was cut off its end, or that all of it was not written
 * anew, only a head kept elsewhere can prove: Backstage's auditor log has one
 * with each event.
 */
export class ChainVerifier {
  #head: ChainHead | undefined;

  /**
   * @param contiguous - false for an excerpt (by workspace or person), in
   * which numbers may jump; where they do not, links are still followed
   * @param start - the head before the first event; undefined when the
   * events are from the middle of a chain
   */
  constructor(
    private readonly contiguous: boolean,
    start: ChainHead | undefined = EMPTY_CHAIN,
  ) {
    this.#head = start;
  }

  /** The last event that was found good. */
  get head(): ChainHead | undefined {
    return this.#head;
  }

  /** What is wrong with the next event, if anything is. */
  next(event: AuditEvent): ChainFault | undefined {
    const problem = this.#problemWith(event);
    if (problem) return { seq: event.seq, problem };
    this.#head = { seq: event.seq, hash: event.hash };
    return undefined;
  }

  #problemWith(event: AuditEvent): string | undefined {
    if (hashOf(event) !== event.hash) {
      return 'the event was changed: its hash does not fit its content';
    }
    const before = this.#head;
    if (!before) return undefined;
    if (event.seq <= before.seq) {
      return `events are out of order: ${event.seq} comes after ${before.seq}`;
    }
    if (event.seq > before.seq + 1) {
      return this.contiguous
        ? `events are missing between ${before.seq} and ${event.seq}`
        : undefined;
    }
    return event.previousHash === before.hash
      ? undefined
      : 'the event does not follow the one before it: one of them was replaced';
  }
}
