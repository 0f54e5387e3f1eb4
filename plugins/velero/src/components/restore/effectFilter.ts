import type { EffectAction } from '@appgear/backstage-plugin-velero-common';

/** Which of a restore's effects are shown; the backend filters and pages. */
export interface EffectFilter {
  action?: EffectAction;
  resource?: string;
  namespace?: string;
  search?: string;
  /** From 0. */
  offset: number;
}

/** All effects, from the first on. */
export const ALL_EFFECTS: EffectFilter = { offset: 0 };

/** After a change of a part: any but of the page goes back to the first page. */
export function narrowed(
  filter: EffectFilter,
  part: Partial<EffectFilter>,
): EffectFilter {
  return { ...filter, offset: 0, ...part };
}

/** What a reader has to know first comes first. */
export const EFFECT_ACTIONS: readonly EffectAction[] = [
  'patch',
  'create',
  'unclear',
  'skip',
  'notRestored',
];
