import {
  ProtectionReason,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';

/** How a workspace is found to stand. */
export interface Finding {
  workspace: string;
  title: string;
  tenant: string | undefined;
  /** Entity reference of the owning group. */
  owner: string | undefined;
  verdict: Verdict;
  /** Worst first. */
  reasons: readonly ProtectionReason[];
  /** What makes it bad, when that is not of this workspace alone. */
  cause: Cause | undefined;
}

/** What makes many workspaces bad at once: worth one message, not hundreds. */
export interface Cause {
  kind: 'cluster' | 'storage';
  name: string;
}

/** A verdict that became another one, and stayed so. */
export interface VerdictChange extends Finding {
  from: Verdict;
  /** What had made it bad before. */
  fromCause: Cause | undefined;
  /** People know that it was bad. */
  wasTold: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

export function causeKey({ kind, name }: Cause): string {
  return `${kind}:${name}`;
}

export function parseCause(key: string | null): Cause | undefined {
  const match = /^(cluster|storage):(.*)$/s.exec(key ?? '');
  return match
    ? { kind: match[1] as Cause['kind'], name: match[2] }
    : undefined;
}
