import {
  NamespaceAssessment,
  PointAssessment,
  ProtectionReason,
  RpoAssessment,
  Verdict,
  VERDICTS,
  WorkspaceAssessment,
  worstVerdict,
} from '@appgear/backstage-plugin-velero-common';
import { ProtectionPolicy } from '../policy';
import { WorkspaceWorld } from '../world';
import { judge } from './judge';
import { lossOf } from './loss';
import { reasonsFor } from './reasons';
import { RpoTarget, rpoTarget } from './rpoTarget';
import { SightedPoint, sightOf } from './sightOf';
import { warningsFor } from './warnings';

interface Assessed extends NamespaceAssessment {
  /** Milliseconds since 1970. */
  readonly provenAt: number | undefined;
  readonly isEmpty: boolean;
}

/**
 * What a workspace would lose if its clusters died now, and why.
 *
 * Pure: the same world, policy and time always give the same answer.
 */
export function assessWorkspace(
  world: WorkspaceWorld,
  policy: ProtectionPolicy,
  now: number,
): WorkspaceAssessment {
  // What is being deleted is not to be protected.
  const living = world.namespaces.filter(({ terminating }) => !terminating);
  const target = rpoTarget(living, policy.rpo);
  const namespaces = living.map((namespace): Assessed => {
    const sight = sightOf(namespace, world.evidenceOf, policy, now);
    const judgement = judge(sight, target.target, now);
    const reasons = reasonsFor(sight, judgement, target.target, now);
    return {
      cluster: namespace.cluster,
      namespace: namespace.name,
      verdict: judgement.verdict,
      reasons,
      warnings: warningsFor(sight, judgement, target.target, policy, now),
      ...(judgement.proven && { proven: judgement.proven.point }),
      loss: lossOf(sight, judgement, now),
      points: sight.points.map(summarize),
      provenAt: judgement.proven?.source.takenAt,
      isEmpty: reasons.some(({ code }) => code === 'nothingLives'),
    };
  });
  const verdict = verdictOf(namespaces);
  return {
    workspace: world.id,
    verdict,
    reasons: [
      ...reasonsOf(namespaces),
      ...aboutTarget(target),
      ...aboutIntent(world.intent, verdict, namespaces),
    ],
    warnings: namespaces.flatMap(({ warnings }) => warnings),
    intent: world.intent,
    rpo: rpoOf(namespaces, target, now),
    namespaces: namespaces.map(
      ({ provenAt, isEmpty, ...assessment }) => assessment,
    ),
  };
}

/** Where nothing lives, nothing is lost: such a namespace does not count beside others. */
function verdictOf(namespaces: readonly Assessed[]): Verdict {
  const filled = namespaces.filter(({ isEmpty }) => !isEmpty);
  const counting = filled.length > 0 ? filled : namespaces;
  return worstVerdict(counting.map(({ verdict }) => verdict)) ?? 'unknown';
}

/** Those of the worst namespace first. */
function reasonsOf(namespaces: readonly Assessed[]): ProtectionReason[] {
  if (namespaces.length === 0) {
    return [{ code: 'noNamespaces', next: 'none' }];
  }
  return [...namespaces]
    .sort(
      (a, b) =>
        Number(a.isEmpty) - Number(b.isEmpty) ||
        VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict),
    )
    .flatMap(({ reasons }) => reasons);
}

function aboutTarget({ unreadable }: RpoTarget): ProtectionReason[] {
  return unreadable === undefined
    ? []
    : [{ code: 'targetUnreadable', text: unreadable, next: 'setLabel' }];
}

/** Intent and truth, side by side. */
function aboutIntent(
  intent: WorkspaceWorld['intent'],
  verdict: Verdict,
  namespaces: readonly Assessed[],
): ProtectionReason[] {
  if (intent === 'unknown' || namespaces.every(({ isEmpty }) => isEmpty)) {
    return [];
  }
  if (intent === 'disabled') {
    return verdict === 'protected'
      ? [{ code: 'protectedButNotEnabled', next: 'setLabel' }]
      : [];
  }
  return verdict === 'protected' || verdict === 'unknown'
    ? []
    : [{ code: 'enabledButNotProtected', next: 'none' }];
}

function rpoOf(
  namespaces: readonly Assessed[],
  { target, source }: RpoTarget,
  now: number,
): RpoAssessment {
  const filled = namespaces.filter(({ isEmpty }) => !isEmpty);
  const proven = filled.flatMap(({ provenAt }) => provenAt ?? []);
  const isKnown = filled.length > 0 && proven.length === filled.length;
  return {
    targetSeconds: Math.round(target / 1000),
    targetSource: source,
    ...(isKnown && {
      achievedSeconds: Math.max(
        0,
        Math.round((now - Math.min(...proven)) / 1000),
      ),
    }),
  };
}

function summarize(point: SightedPoint): PointAssessment {
  const { grade, missing, volumes, newer, held, errors, warnings } = point;
  return {
    point: point.point,
    grade,
    missing,
    volumes,
    newer,
    held,
    errors,
    warnings,
  };
}
