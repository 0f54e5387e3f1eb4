export { distilBackup } from './distilBackup';
export type { OpenFile } from './distilBackup';
export type {
  DistilledBackup,
  DistilledNamespace,
  DistilledVolume,
  Messages,
  VolumeMethod,
} from './Distilled';
