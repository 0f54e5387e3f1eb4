import {
  ClusterState,
  Problem,
  says,
  VeleroPresence,
} from '@appgear/backstage-plugin-velero-common';
import { KindName } from '../records';
import { VeleroApi } from './greetCluster';

/**
 * - `starting`: not read yet
 * - `current`: listed, and its watch is open
 * - `behind`: its list or watch cannot be had now
 * - `forbidden`: the identity may not read it
 * - `absent`: the cluster does not serve the kind
 */
export type KindState =
  | 'starting'
  | 'current'
  | 'behind'
  | 'forbidden'
  | 'absent';

/** How well one kind of a cluster is known. Times are milliseconds since 1970. */
export interface KindView {
  kind: KindName;
  state: KindState;
  /** It was listed once, so its rows are shown. */
  known: boolean;
  /** Since when the view may miss changes. */
  behindSince: number | undefined;
  problem: Problem | undefined;
  /** While `forbidden`: what the identity may not, such as `list backups.velero.io`. */
  missingRight: string | undefined;
}

/** What the reader of a cluster knows of it. */
export interface ClusterFacts {
  connected: boolean;
  /** Why not. */
  problem: Problem | undefined;
  /** When it last said anything, before the connection was lost. */
  lastHeard: number;
  api: VeleroApi;
  kinds: KindView[];
}

/** The part of a cluster's status that follows from how it is read. */
export interface ClusterJudgement {
  state: ClusterState;
  /** Milliseconds since 1970; only while `stale`. */
  asOf: number | undefined;
  velero: VeleroPresence;
  problems: Problem[];
}

/** A watch is often dropped and open again at once; that is not worth a word. */
const GRACE_MS = 5_000;

/** Pure: what the pages say of a cluster. */
export function judgeCluster(
  facts: ClusterFacts,
  now: number,
): ClusterJudgement {
  const late = facts.kinds.filter(
    ({ behindSince }) =>
      behindSince !== undefined && now - behindSince > GRACE_MS,
  );
  const state = stateOf(facts, late);
  return {
    state,
    asOf: state === 'stale' ? asOf(facts, late) : undefined,
    velero: presenceOf(facts),
    problems: problemsOf(facts, late),
  };
}

function stateOf(facts: ClusterFacts, late: KindView[]): ClusterState {
  const { connected, problem, kinds } = facts;
  if (!connected) {
    if (kinds.some(({ known }) => known)) {
      return 'stale';
    }
    return problem ? 'unreachable' : 'connecting';
  }
  if (late.some(({ known }) => known)) {
    return 'stale';
  }
  const unread = kinds.some(
    ({ state, known }) =>
      state === 'starting' || (state === 'behind' && !known),
  );
  return unread ? 'connecting' : 'live';
}

function asOf({ connected, lastHeard }: ClusterFacts, late: KindView[]) {
  const times = late.map(({ behindSince }) => behindSince!);
  return Math.min(...times, ...(connected ? [] : [lastHeard]));
}

function presenceOf({ api, kinds }: ClusterFacts): VeleroPresence {
  const backups = kinds.find(({ kind }) => kind === 'backups');
  if (backups?.state === 'forbidden') {
    return 'forbidden';
  }
  if (api === 'absent') {
    return 'notInstalled';
  }
  return api === 'served' || backups?.known ? 'installed' : 'unknown';
}

function problemsOf(facts: ClusterFacts, late: KindView[]): Problem[] {
  if (!facts.connected) {
    return facts.problem ? [facts.problem] : [];
  }
  const ofKinds = new Map(
    late.flatMap(({ problem }) =>
      problem ? [[problem.message, problem]] : [],
    ),
  );
  return [
    ...(facts.api === 'absent' ? [says('cluster.noVelero')] : []),
    ...missingRights(facts.kinds),
    ...ofKinds.values(),
  ];
}

function missingRights(kinds: KindView[]): Problem[] {
  const rights = kinds.flatMap(({ missingRight }) => missingRight ?? []);
  return rights.length
    ? [says('cluster.missingRights', { rights: rights.join(', ') })]
    : [];
}
