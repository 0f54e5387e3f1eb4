export * from './input';
export { whyNoModifier } from './modifierRules';
export { previewRestore } from './preview';
export type { RestorePreview } from './preview';
export { risksOf } from './risks';
export type { RiskContext } from './risks';
export { changesCluster } from './summary';
