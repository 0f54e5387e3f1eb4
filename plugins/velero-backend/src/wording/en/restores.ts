import { RestoreRequestEndState } from '@appgear/backstage-plugin-velero-common';
import { some } from '../some';
import { RestoreWording } from '../Wording';

const ENDS: Record<RestoreRequestEndState, string> = {
  succeeded: 'A restore is done',
  partiallyFailed: 'A restore failed in part',
  failed: 'A restore failed',
  rejected: 'A restore was vetoed',
  cancelled: 'A restore was withdrawn',
  expired: 'A restore expired',
  invalidated: 'A restore was called off, as things changed',
};

export const restores: RestoreWording = {
  restore: ({ backup, into, cluster }) =>
    `backup ${backup} into ${
      some(into, 3, count => ` and ${count} more`) || 'the cluster'
    } on ${cluster}`,
  approvalNeeded: ({ what, requester, until, reason }) => ({
    title: 'A restore waits for your approval',
    description: `${requester} asks for ${what}. Until ${until}. Reason: ${reason}`,
  }),
  approvalReminder: ({ what, until, reason }) => ({
    title: 'A restore still waits for your approval',
    description: `${what} expires at ${until}. Reason: ${reason}`,
  }),
  breakGlass: ({ what, requester, incident, reason }) => ({
    title: `A restore goes without approval: ${incident}`,
    description: `${requester} restores ${what}, and somebody else has to review it. Reason: ${reason}`,
  }),
  approved: ({ what, before }) => ({
    title: 'Your restore was approved',
    description: `${what} will be executed before ${before}.`,
  }),
  stuck: ({ what }) => ({
    title: 'A restore does not move',
    description: `${what} has made no progress for a while. Look at Velero in the cluster.`,
  }),
  reviewed: ({ verdict, reviewer, comment }) => ({
    title: `Your break-glass restore was reviewed: ${
      verdict === 'justified' ? 'justified' : 'not justified'
    }`,
    description: `${reviewer}: ${comment}`,
  }),
  ended: ({ what, state, reason }) => ({
    title: ENDS[state],
    description: `${what}. ${reason}`.trim(),
  }),
  outOfBand: ({ kind, name, cluster, backup, madeBy = 'unknown' }) => ({
    title:
      kind === 'Restore'
        ? 'Somebody restored without approval'
        : 'Somebody had a backup deleted',
    description: `${kind} ${name}${
      backup ? ` of backup ${backup}` : ''
    } on ${cluster} did not come through the portal. Made by: ${madeBy}. If nobody can say why, look into the audit log of the cluster.`,
  }),
};
