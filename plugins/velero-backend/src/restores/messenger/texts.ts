import { RestoreRequestState } from '@appgear/backstage-plugin-velero-common';
import { MessageKind, StoredRequest } from '../store';

/** A notification, as people get it. */
export interface Text {
  title: string;
  description: string;
  severity: 'critical' | 'high' | 'normal' | 'low';
}

const ENDS: Partial<Record<RestoreRequestState, string>> = {
  succeeded: 'is done',
  partiallyFailed: 'failed in part',
  failed: 'failed',
  rejected: 'was vetoed',
  cancelled: 'was withdrawn',
  expired: 'expired',
  invalidated: 'was called off, as things changed',
};

/** Words for a message; they name the request, never what is in a Secret. */
export function textFor(kind: MessageKind, request: StoredRequest): Text {
  const { gate, content } = request;
  const what = describe(request);
  switch (kind) {
    case 'approvalNeeded':
      return {
        title: `A restore waits for your approval`,
        description: `${gate.requester} asks for ${what}. Until ${gate.approveBefore}. Reason: ${content.reason}`,
        severity: 'high',
      };
    case 'approvalReminder':
      return {
        title: `A restore still waits for your approval`,
        description: `${what} expires at ${gate.approveBefore}. Reason: ${content.reason}`,
        severity: 'high',
      };
    case 'breakGlass':
      return {
        title: `A restore goes without approval: ${gate.breakGlass?.incident}`,
        description: `${gate.requester} restores ${what}, and somebody else has to review it. Reason: ${content.reason}`,
        severity: 'critical',
      };
    case 'approved':
      return {
        title: `Your restore was approved`,
        description: `${what} will be executed before ${gate.executeBefore}.`,
        severity: 'normal',
      };
    case 'stuck':
      return {
        title: `A restore does not move`,
        description: `${what} has made no progress for a while. Look at Velero in the cluster.`,
        severity: 'high',
      };
    case 'reviewed':
      return {
        title: `Your break-glass restore was reviewed: ${gate.breakGlass?.review?.verdict}`,
        description: `${gate.breakGlass?.review?.reviewer}: ${gate.breakGlass?.review?.comment}`,
        severity: 'normal',
      };
    default:
      return {
        title: `A restore ${ENDS[gate.state] ?? gate.state}`,
        description: `${what}. ${gate.endReason ?? ''}`.trim(),
        severity: gate.state === 'succeeded' ? 'normal' : 'high',
      };
  }
}

function describe({ content }: StoredRequest): string {
  const { frozen, summary } = content;
  const names = summary.namespaces.map(({ name }) => name);
  const some = names.slice(0, 3).join(', ');
  const into = names.length > 3 ? `${some} and ${names.length - 3} more` : some;
  return `backup ${frozen.backup.name} into ${into || 'the cluster'} on ${
    frozen.cluster.name
  }`;
}
