export { distilBackup } from './distilBackup';
export type { OpenFile } from './distilBackup';
export type { DistilledBackup, DistilledNamespace } from './Distilled';
