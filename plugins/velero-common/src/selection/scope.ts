import type { BackupSpec, VeleroVersion } from '../velero';
import { NamespaceFilter, NamespaceRef } from './namespaceFilter';
import { selectionRules } from './rules';

/**
 * The live namespaces whose objects a backup of this spec looks at; cheap, for
 * lists. Says nothing about what is found there: a label selector may select
 * nothing.
 *
 * @public
 */
export function namespacesInScope(
  spec: BackupSpec,
  namespaces: readonly NamespaceRef[],
  veleroVersion: VeleroVersion,
): string[] {
  const filter = new NamespaceFilter(
    spec,
    namespaces,
    selectionRules(veleroVersion),
  );
  return namespaces
    .map(({ name }) => name)
    .filter(name => filter.takesObjectsOf(name));
}
