import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Choice, Filters } from '../../../components/table';
import { veleroTranslationRef } from '../../../translation';
import { WorkspaceChoice } from './useWorkspaceChoice';

/** Narrows what is tried to one workspace. */
export function WorkspaceSelect(props: {
  workspaces: string[];
  choice: WorkspaceChoice;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { workspace, choose } = props.choice;
  // What an old link asks for may be gone; it is still what is shown.
  const ids = new Set([...props.workspaces, ...(workspace ? [workspace] : [])]);
  return (
    <Filters>
      <Choice
        label={t('workspace.name')}
        options={[...ids].map(id => ({ id, label: id }))}
        all={t('coverage.allWorkspaces')}
        value={workspace}
        onChange={choose}
      />
    </Filters>
  );
}
