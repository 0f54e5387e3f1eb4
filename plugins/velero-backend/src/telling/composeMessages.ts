import { Verdict, VERDICTS } from '@appgear/backstage-plugin-velero-common';
import { reasonText } from './reasonText';
import { Cause, causeKey, VerdictChange } from './VerdictChange';

/** A notification about workspaces of one cause. */
export interface Message {
  /** Owners of the workspaces; nobody else is meant when empty. */
  recipients: string[];
  /** A later message with the same scope takes the place of this one. */
  scope: string;
  title: string;
  description: string;
  severity: 'high' | 'normal' | 'low';
  /** Path of a page in the portal. */
  link: string;
}

interface Group {
  cause: Cause | undefined;
  recovered: boolean;
  changes: VerdictChange[];
}

const NAMES_SHOWN = 10;

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

/** Whether people have to know: of what got worse, and that what they know of is over. */
export function isWorthTelling({
  from,
  verdict,
  wasTold,
}: VerdictChange): boolean {
  return verdict === 'protected'
    ? wasTold
    : VERDICTS.indexOf(verdict) > VERDICTS.indexOf(from);
}

/** One message per workspace, or per cause that they have in common. */
export function composeMessages(changes: readonly VerdictChange[]): Message[] {
  const groups = new Map<string, Group>();
  for (const change of changes) {
    const recovered = change.verdict === 'protected';
    if (isWorthTelling(change)) {
      const cause = recovered ? change.fromCause : change.cause;
      const key = `${recovered}/${
        cause ? causeKey(cause) : `workspace:${change.workspace}`
      }`;
      const group = groups.get(key) ?? { cause, recovered, changes: [] };
      group.changes.push(change);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(compose);
}

function compose({ cause, recovered, changes }: Group): Message {
  const owners = changes.flatMap(({ owner }) => owner ?? []);
  const shared = {
    recipients: [...new Set(owners)].sort(),
    severity: recovered ? ('low' as const) : ('high' as const),
  };
  if (cause) {
    return { ...shared, ...aboutCause(cause, recovered, changes) };
  }
  const [change] = changes;
  const { workspace, title, reasons } = change;
  return {
    ...shared,
    scope: `velero:workspace:${workspace}`,
    title: recovered
      ? `Workspace ${title} is protected again`
      : `Workspace ${title} ${SAYS[change.verdict]}`,
    description: recovered
      ? 'A recovery point within the target is proven to hold everything.'
      : reasons.slice(0, 2).map(reasonText).filter(Boolean).join(' '),
    link: `/dr/workspaces/${encodeURIComponent(workspace)}`,
  };
}

function aboutCause(
  cause: Cause,
  recovered: boolean,
  changes: readonly VerdictChange[],
) {
  const { kind, name } = cause;
  const count =
    changes.length === 1 ? '1 workspace' : `${changes.length} workspaces`;
  const trouble =
    kind === 'cluster'
      ? `Cluster ${name} does not answer`
      : `Storage ${name} is not available`;
  const names = changes.map(({ title }) => title).sort();
  const more = names.length - NAMES_SHOWN;
  return {
    scope: `velero:${causeKey(cause)}`,
    title: recovered
      ? `The protection of ${count} is proven again (${kind} ${name})`
      : `${trouble}: the protection of ${count} cannot be proven`,
    description:
      names.slice(0, NAMES_SHOWN).join(', ') +
      (more > 0 ? ` and ${more} more` : ''),
    link: kind === 'cluster' ? '/dr' : '/dr/storage',
  };
}
