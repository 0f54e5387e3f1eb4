import type {
  ReasonCode,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';
import type { Thing } from './things';
import type { BackupName } from './backups';

/** Which of the two clusters. */
export type Side = 'one' | 'two';

/**
 * One namespace of a workspace. It is made just before the first of its
 * backups runs, so that earlier ones cannot hold it; without backups, last.
 */
export interface Place {
  /** @defaultValue `one` */
  side?: Side;
  /** Exactly so. @defaultValue unique to the run, as `ws-<id>-…` */
  name?: string;
  /** Tells namespaces of one workspace apart. */
  suffix?: string;
  /** Without the workspace's label: no part of it. */
  ofNoWorkspace?: true;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  things: readonly Thing[];
  /** Those that take it in, in any order. */
  backups: readonly BackupName[];
  /** What happens to it when all backups have run. */
  afterwards?: {
    created?: readonly Thing[];
    deleted?: readonly Thing[];
    /** The namespace is deleted, and one of its name is made with these. */
    remade?: readonly Thing[];
    /** It is being deleted, and something in it does not go. */
    stuckInDeletion?: true;
  };
}

/** Who is asked: the portal of both clusters, or one that knows the second only. */
export type Asked = 'both' | 'onlyTwo';

/** A real situation, and what has to be said of it. */
export interface Scenario {
  /** Short and unique: the workspace's id. */
  id: string;
  /** One sentence. */
  situation: string;
  /** Whether the workspace asks for backups. @defaultValue true */
  enabled?: boolean;
  places: readonly Place[];
  /** @defaultValue `both` */
  asked?: Asked;
  verdict: Verdict;
  /** All of them, in any order, each once. */
  reasons: readonly ReasonCode[];
  /** Kinds that the reasons name as missing. @defaultValue none */
  missing?: readonly string[];
}

/** A workspace of one namespace. */
export function workspace(
  id: string,
  situation: string,
  place: Place,
  expected: Pick<Scenario, 'verdict' | 'reasons'> &
    Partial<Pick<Scenario, 'enabled' | 'missing'>>,
): Scenario {
  return { id, situation, places: [place], ...expected };
}
