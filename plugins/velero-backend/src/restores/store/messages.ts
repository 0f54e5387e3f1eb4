import { GateEvent } from '../stateMachine';
import { StoredRequest } from './types';

/** What a message is about. */
export type MessageKind =
  | 'approvalNeeded'
  | 'approvalReminder'
  | 'breakGlass'
  | 'approved'
  | 'ended'
  | 'stuck'
  | 'reviewed';

/** A message that waits to be sent. */
export interface Message {
  kind: MessageKind;
  /** Entity references of users and groups. */
  recipients: string[];
  /** Not to this one, even as a member of a group. */
  exclude?: string;
  /** ISO 8601, UTC: not before. */
  dueAt: string;
}

/** Whom the filing of a request concerns. Break-glass tells everyone at once. */
export function messagesOnFiling(
  { gate, content }: StoredRequest,
  remindBeforeMs: number,
): Message[] {
  const asked = askedGroups(content);
  const base = { recipients: asked, exclude: gate.requester };
  if (gate.breakGlass) {
    return [{ kind: 'breakGlass', ...base, dueAt: gate.filedAt }];
  }
  if (gate.state !== 'pending') return [];
  const reminder = Date.parse(gate.approveBefore) - remindBeforeMs;
  return [
    { kind: 'approvalNeeded', ...base, dueAt: gate.filedAt },
    ...(reminder > Date.parse(gate.filedAt)
      ? [
          {
            kind: 'approvalReminder' as const,
            ...base,
            dueAt: new Date(reminder).toISOString(),
          },
        ]
      : []),
  ];
}

/** Whom a change of a request concerns. */
export function messagesOnEvent(
  event: GateEvent,
  { gate, content }: StoredRequest,
): Message[] {
  const voters = gate.votes.map(vote => vote.voter);
  switch (event.type) {
    case 'voted':
    case 'executionStarted':
      return [];
    case 'approved':
      return [
        { kind: 'approved', recipients: [gate.requester], dueAt: event.at },
      ];
    case 'reviewed':
      return [
        { kind: 'reviewed', recipients: [gate.requester], dueAt: event.at },
      ];
    default:
      return [
        {
          kind: 'ended',
          recipients: distinct([
            gate.requester,
            ...voters,
            ...(gate.breakGlass ? askedGroups(content) : []),
          ]),
          exclude: event.by?.ref,
          dueAt: event.at,
        },
      ];
  }
}

/** Whom a restore that does not move concerns. */
export function messagesOnStuck(
  { gate, content }: StoredRequest,
  now: Date,
): Message[] {
  return [
    {
      kind: 'stuck',
      recipients: distinct([gate.requester, ...askedGroups(content)]),
      dueAt: now.toISOString(),
    },
  ];
}

/** All groups whose members were, or would have been, asked. */
export function askedGroups(content: StoredRequest['content']): string[] {
  return distinct(content.factors.flatMap(({ groups }) => groups));
}

function distinct(items: string[]): string[] {
  return [...new Set(items)];
}
