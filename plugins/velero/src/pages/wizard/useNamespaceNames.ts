import { MAX_PAGE_SIZE } from '@appgear/backstage-plugin-velero-common';
import { useVeleroQuery } from '../../query';
import { useWizard } from './WizardContext';

/**
 * The namespaces of the chosen workspace in the chosen backup, or all in it
 * without a workspace. Where the backup holds none of them, or it is not
 * known, those that the workspace has now: to name none would mean all that
 * the backup holds of others. Undefined before it is known.
 */
export function useNamespaceNames(): string[] | undefined {
  const { workspace, source = '', backup = '' } = useWizard().draft;
  const { data, error } = useVeleroQuery(
    `namespaces of ${workspace} in ${source}/${backup}`,
    async (api, signal) => {
      const { namespaces } = await api.getBackupContents(
        { cluster: source, name: backup },
        { workspace, limit: MAX_PAGE_SIZE },
        { signal },
      );
      const held = distinct(namespaces.map(({ namespace }) => namespace));
      if (held.length > 0 || !workspace) return held;
      const detail = await api.getWorkspace(workspace, { signal });
      return distinct(detail.namespaces.map(({ name }) => name));
    },
  );
  return error ? [] : data;
}

/** What belongs to no namespace is listed under an empty name. */
function distinct(names: string[]): string[] {
  return [...new Set(names.filter(Boolean))].sort();
}
