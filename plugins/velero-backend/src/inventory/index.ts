export { LiveInventory } from './LiveInventory';
export type { InventoryListener, LiveInventoryOptions } from './LiveInventory';
export type { InventoryState } from './InventoryStore';
export type {
  LiveNamespace,
  LiveType,
  LiveVolume,
  ReadingCost,
} from './LiveNamespace';
