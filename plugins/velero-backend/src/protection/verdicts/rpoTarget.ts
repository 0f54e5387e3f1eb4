import { RpoAssessment } from '@appgear/backstage-plugin-velero-common';
import { RpoPolicy } from '../policy';
import { NamespaceWorld } from '../world';
import { parseDuration } from './parseDuration';

/** The target of a workspace; durations are milliseconds. */
export interface RpoTarget {
  target: number;
  source: RpoAssessment['targetSource'];
  /** What a namespace asks for and cannot be read. */
  unreadable: string | undefined;
}

type Marked = Pick<NamespaceWorld, 'labels' | 'annotations'>;

/**
 * How old a workspace's newest point may be: what its namespaces ask for,
 * else what their tier does, else the default. The strictest counts.
 */
export function rpoTarget(
  namespaces: readonly Marked[],
  { annotation, tierLabel, tiers, default: fallback }: RpoPolicy,
): RpoTarget {
  const asked = namespaces.flatMap(it => it.annotations[annotation] ?? []);
  const read = asked.map(parseDuration);
  const unreadable = asked.find((_, index) => read[index] === undefined);
  const wanted = read.filter(target => target !== undefined);
  if (wanted.length > 0) {
    return { target: Math.min(...wanted), source: 'annotation', unreadable };
  }
  const byTier = namespaces.flatMap(({ labels, annotations }) => {
    const tier = labels[tierLabel] ?? annotations[tierLabel] ?? '';
    return Object.hasOwn(tiers, tier) ? tiers[tier] : [];
  });
  if (byTier.length > 0) {
    return { target: Math.min(...byTier), source: 'tier', unreadable };
  }
  return { target: fallback, source: 'default', unreadable };
}
