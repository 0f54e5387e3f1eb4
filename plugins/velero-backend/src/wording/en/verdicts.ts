import { Verdict } from '@appgear/backstage-plugin-velero-common';
import { some } from '../some';
import { CauseInWords, VerdictWording } from '../Wording';

const SAYS: Record<Verdict, string> = {
  protected: 'is protected',
  stale: 'has no recent enough recovery point',
  localOnly: 'has volume snapshots that would be lost with the cluster',
  partial: 'is backed up only in part',
  metadataOnly: 'is backed up without the data of its volumes',
  empty: 'has backups that hold nothing of it',
  unprotected: 'has no backup',
  unknown: 'can no longer be proven to be protected',
};

export const verdicts: VerdictWording = {
  worsened: ({ workspace, verdict }) =>
    `Workspace ${workspace} ${SAYS[verdict]}`,
  recovered: ({ workspace }) => ({
    title: `Workspace ${workspace} is protected again`,
    description:
      'A recovery point within the target is proven to hold everything.',
  }),
  causeBegan: cause => ({
    title: `${
      cause.kind === 'cluster'
        ? `Cluster ${cause.name} does not answer`
        : `Storage ${cause.name} is not available`
    }: the protection of ${count(cause)} cannot be proven`,
    description: names(cause),
  }),
  causeEnded: cause => ({
    title: `The protection of ${count(cause)} is proven again (${cause.kind} ${
      cause.name
    })`,
    description: names(cause),
  }),
};

function count({ workspaces }: CauseInWords): string {
  return workspaces.length === 1
    ? '1 workspace'
    : `${workspaces.length} workspaces`;
}

function names({ workspaces }: CauseInWords): string {
  return some(workspaces, 10, more => ` and ${more} more`);
}
