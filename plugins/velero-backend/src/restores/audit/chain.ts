import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { digestOf } from '../freeze';

/** An event before it has its place in the chain. */
export type NewAuditEvent = Omit<AuditEvent, 'seq' | 'previousHash' | 'hash'>;

/** Where a chain ends: what the next event follows. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The head of a chain without events. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** The event's hash, from all its other fields, `previousHash` among them. */
export function hashOf(event: Omit<AuditEvent, 'hash'>): string {
  const { hash: _, ...content } = event as AuditEvent;
  return digestOf(content);
}

/** Puts an event at the end of a chain. */
export function link(head: ChainHead, event: NewAuditEvent): AuditEvent {
  const linked = {
    ...event,
    seq: head.seq + 1,
    previousHash: head.hash,
  };
  return { ...linked, hash: hashOf(linked) };
}
