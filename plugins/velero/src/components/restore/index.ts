export { ALL_EFFECTS, EFFECTS_PER_PAGE } from './effectFilter';
export type { EffectFilter } from './effectFilter';
export { EffectSentence } from './EffectSentence';
export { EffectsTable } from './EffectsTable';
export type { EffectsTableProps } from './EffectsTable';
export { FactorList } from './FactorList';
export { PreviewSummaryView } from './PreviewSummaryView';
export { RestoreLink } from './RestoreLink';
export { RiskList } from './RiskList';
