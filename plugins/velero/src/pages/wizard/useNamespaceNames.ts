import { MAX_PAGE_SIZE } from '@appgear/backstage-plugin-velero-common';
import { useVeleroQuery } from '../../query';
import { useWizard } from './WizardContext';

/**
 * The namespaces of the chosen workspace in the chosen backup, or all in it
 * without a workspace. Where it is not known what the backup holds, those
 * that the workspace has now. Undefined before it is known.
 */
export function useNamespaceNames(): string[] | undefined {
  const { workspace, source = '', backup = '' } = useWizard().draft;
  const { data, error } = useVeleroQuery(
    `namespaces of ${workspace} in ${source}/${backup}`,
    async (api, signal) => {
      const { evidence, namespaces } = await api.getBackupContents(
        { cluster: source, name: backup },
        { workspace, limit: MAX_PAGE_SIZE },
        { signal },
      );
      if (evidence.state === 'read' || !workspace) {
        return namespaces.map(({ namespace }) => namespace);
      }
      const detail = await api.getWorkspace(workspace, { signal });
      return detail.namespaces.map(({ name }) => name);
    },
  );
  if (error) return [];
  // What belongs to no namespace is listed under an empty name.
  return data && [...new Set(data.filter(Boolean))].sort();
}
