import { hasEnded } from '@appgear/backstage-plugin-velero-common';
import { RestoreWording, Words } from '../../wording';
import { MessageKind, StoredRequest } from '../store';

/** A notification, as people get it. */
export interface Text extends Words {
  severity: 'critical' | 'high' | 'normal' | 'low';
}

/** Words for a message; they name the request, never what is in a Secret. */
export function textFor(
  kind: MessageKind,
  request: StoredRequest,
  wording: RestoreWording,
): Text {
  return {
    ...wordsFor(kind, request, wording),
    severity: severityOf(kind, request),
  };
}

function wordsFor(
  kind: MessageKind,
  { gate, content }: StoredRequest,
  wording: RestoreWording,
): Words {
  const { requester, breakGlass, state, endReason = '' } = gate;
  const { reason, frozen, summary } = content;
  const what = wording.restore({
    backup: frozen.backup.name,
    into: summary.namespaces.map(({ name }) => name),
    cluster: frozen.cluster.name,
  });
  const until = gate.approveBefore;
  switch (kind) {
    case 'approvalNeeded':
      return wording.approvalNeeded({ what, requester, until, reason });
    case 'approvalReminder':
      return wording.approvalReminder({ what, until, reason });
    case 'breakGlass':
      return wording.breakGlass({
        what,
        requester,
        incident: breakGlass!.incident,
        reason,
      });
    case 'approved':
      return wording.approved({ what, before: gate.executeBefore! });
    case 'stuck':
      return wording.stuck({ what });
    case 'reviewed':
      return wording.reviewed(breakGlass!.review!);
    default:
      if (!hasEnded(state)) throw new Error(`request ${gate.id} is ${state}`);
      return wording.ended({
        what,
        state,
        reason: endReason,
        superseded: isSuperseded(gate),
      });
  }
}

function isSuperseded({ endReasons = [] }: StoredRequest['gate']): boolean {
  return endReasons.some(({ key }) => key === 'gate.superseded');
}

function severityOf(
  kind: MessageKind,
  { gate }: StoredRequest,
): Text['severity'] {
  if (kind === 'breakGlass') return 'critical';
  const isGood =
    kind === 'approved' ||
    kind === 'reviewed' ||
    (kind === 'ended' && gate.state === 'succeeded');
  return isGood ? 'normal' : 'high';
}
