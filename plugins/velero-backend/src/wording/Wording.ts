import {
  ProtectionReason,
  ReasonCode,
  RestoreRequestEndState,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';

/** A notification in words. */
export interface Words {
  title: string;
  description: string;
}

/** A restore, as messages speak of it. */
export interface RestoreInWords {
  backup: string;
  /** Namespaces written into; none for cluster-scoped objects alone. */
  into: readonly string[];
  cluster: string;
}

/** What is told of restores. Times are ISO 8601 in UTC, people entity references. */
export interface RestoreWording {
  restore(of: RestoreInWords): string;
  approvalNeeded(of: {
    what: string;
    requester: string;
    until: string;
    reason: string;
  }): Words;
  approvalReminder(of: { what: string; until: string; reason: string }): Words;
  breakGlass(of: {
    what: string;
    requester: string;
    incident: string;
    reason: string;
  }): Words;
  approved(of: { what: string; before: string }): Words;
  stuck(of: { what: string }): Words;
  reviewed(of: {
    verdict: 'justified' | 'unjustified';
    reviewer: string;
    comment: string;
  }): Words;
  /** @param of - `reason` as it stands in the audit trail */
  ended(of: {
    what: string;
    state: RestoreRequestEndState;
    reason: string;
    /** Another request took its place. */
    superseded?: boolean;
  }): Words;
  outOfBand(of: {
    kind: 'Restore' | 'DeleteBackupRequest';
    name: string;
    cluster: string;
    backup?: string;
    madeBy?: string;
  }): Words;
}

/** What makes many workspaces bad at once, and which. */
export interface CauseInWords {
  kind: 'cluster' | 'storage';
  name: string;
  workspaces: readonly string[];
}

/** What is told of how workspaces are protected. */
export interface VerdictWording {
  worsened(of: { workspace: string; verdict: Verdict }): string;
  recovered(of: { workspace: string }): Words;
  causeBegan(of: CauseInWords): Words;
  causeEnded(of: CauseInWords): Words;
}

/** A reason for a verdict in a part of a sentence; empty where it needs no words. */
export type ReasonWording = {
  [C in ReasonCode]: (reason: Extract<ProtectionReason, { code: C }>) => string;
} & { inNamespace(namespace: string): string };

/** All that is sent to people, in one language. What is missing does not compile. */
export interface Wording {
  restores: RestoreWording;
  verdicts: VerdictWording;
  reasons: ReasonWording;
}
