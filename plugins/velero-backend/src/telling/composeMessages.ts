import { VERDICTS } from '@appgear/backstage-plugin-velero-common';
import { Wording } from '../wording';
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
export function composeMessages(
  changes: readonly VerdictChange[],
  wording: Wording,
): Message[] {
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
  return [...groups.values()].map(group => compose(group, wording));
}

function compose(
  { cause, recovered, changes }: Group,
  wording: Wording,
): Message {
  const owners = changes.flatMap(({ owner }) => owner ?? []);
  const shared = {
    recipients: [...new Set(owners)].sort(),
    severity: recovered ? ('low' as const) : ('high' as const),
  };
  if (cause) {
    const { kind, name } = cause;
    const workspaces = changes.map(({ title }) => title).sort();
    const tell = recovered ? 'causeEnded' : 'causeBegan';
    return {
      ...shared,
      ...wording.verdicts[tell]({ kind, name, workspaces }),
      scope: `velero:${causeKey(cause)}`,
      link: kind === 'cluster' ? '/dr' : '/dr/storage',
    };
  }
  const [change] = changes;
  return {
    ...shared,
    ...(recovered
      ? wording.verdicts.recovered({ workspace: change.title })
      : worsened(change, wording)),
    scope: `velero:workspace:${change.workspace}`,
    link: `/dr/workspaces/${encodeURIComponent(change.workspace)}`,
  };
}

function worsened(
  { title: workspace, verdict, reasons }: VerdictChange,
  wording: Wording,
) {
  return {
    title: wording.verdicts.worsened({ workspace, verdict }),
    description: reasons
      .slice(0, 2)
      .map(reason => reasonText(reason, wording.reasons))
      .filter(Boolean)
      .join(' '),
  };
}
