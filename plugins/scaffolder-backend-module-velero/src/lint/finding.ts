import { DrTree } from './tree';

/** A place in a file. */
export interface Place {
  file: string;
  /** From 1. */
  line: number;
  /** Such as `Schedule velero/workspaces-daily`, or the command. */
  subject: string;
}

/** What a rule found: where, and what is wrong there. */
export interface Hit extends Place {
  problem: string;
}

/** One trap, and how to see it in manifests. The numbers are those of docs/module-15.md. */
export interface Rule {
  trap: number;
  /** Stable, for machines. */
  id: string;
  /** `warning`: a choice that somebody may have made on purpose. */
  level: 'error' | 'warning';
  mend: string;
  /** Velero's document or source, or the issue, that says so. */
  source: string;
  find(tree: DrTree): Hit[];
}

/** A trap at a place. @public */
export interface Finding extends Hit {
  trap: number;
  rule: string;
  level: Rule['level'];
  mend: string;
  source: string;
}
