import { WorkspacesConfig } from '../../config';
import { NamespaceRecord } from '../../fleet';
import { placeNamespace } from '../../workspaces/placeNamespace';
import { Belonging } from '../preview';

/** Whose a namespace is, by its labels and the configuration's rules. */
export function belongingOf(
  namespace: { name: string; labels: Readonly<Record<string, string>> },
  config: WorkspacesConfig,
): Belonging {
  const placed = placeNamespace(
    { annotations: {}, ...namespace } as unknown as NamespaceRecord,
    config,
  );
  return {
    ...(placed && { workspace: placed.workspaceId }),
    ...(placed?.tenant !== undefined && { tenant: placed.tenant }),
  };
}
