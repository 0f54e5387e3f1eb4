export { distilBackup } from './distilBackup';
export type { OpenFile } from './distilBackup';
export { DISTILLER_VERSION } from './version';
export type { DistilledBackup, DistilledNamespace } from './Distilled';
