import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { WorkspaceChoice } from './useWorkspaceChoice';
import styles from './simulator.module.css';

const ALL = '*';

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
    <Select
      className={styles.choice}
      label={t('workspace.name')}
      options={[
        { id: ALL, label: t('coverage.allWorkspaces') },
        ...[...ids].map(id => ({ id, label: id })),
      ]}
      value={workspace ?? ALL}
      onChange={chosen => choose(chosen === ALL ? undefined : String(chosen))}
    />
  );
}
