import type { MemoryClusterStore } from '../store/clusterStore';
import { collectAbsentOwners } from './absentOwners';
import { bindVolumes } from './bindVolumes';
import { provideNamespaceDefaults } from './namespaceDefaults';

/**
 * The part of a controller manager that is not in the store itself.
 *
 * @returns how to stop
 */
export function runControllers(
  store: MemoryClusterStore,
  certificateAuthority: string,
): () => void {
  const stops = [
    provideNamespaceDefaults(store, certificateAuthority),
    collectAbsentOwners(store),
    bindVolumes(store),
  ];
  return () => stops.forEach(stop => stop());
}
