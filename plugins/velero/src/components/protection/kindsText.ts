import type { KindCount } from '@appgear/backstage-plugin-velero-common';
import { Say } from '../../translation';

/** More kinds than this tell nobody anything. */
const MOST_KINDS = 5;

/** Such as `3 ConfigMap, 1 Deployment and 2 more`. */
export function kindsText(
  kinds: readonly Pick<KindCount, 'kind' | 'count'>[],
  t: Say,
): string {
  const shown = kinds
    .slice(0, MOST_KINDS)
    .map(({ kind, count }) => t('missing.kind', { value: count, kind }))
    .join(', ');
  const more = kinds.length - MOST_KINDS;
  return more > 0 ? `${shown} ${t('list.more', { count: more })}` : shown;
}
