import { useState } from 'react';
import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useVeleroQuery } from '../../../query';
import { veleroTranslationRef } from '../../../translation';
import { useProblemOf } from '../useProblemText';
import { useWizard } from '../WizardContext';
import styles from '../wizard.module.css';

/** Enough to choose from without typing; the backend finds the others. */
const MOST_OPTIONS = 50;

/** No workspace, where a link named only a backup. */
const NONE = '*';

/** The workspace to bring back. */
export function WorkspaceChoice() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const problemOf = useProblemOf();
  const [search, setSearch] = useState('');
  const { workspace, backup } = draft;
  const query = useVeleroQuery(`workspaces like ${search}`, (api, signal) =>
    api.getWorkspaces({ search, limit: MOST_OPTIONS }, { signal }),
  );
  const found = (query.data?.items ?? []).map(({ id, title, tenant }) => ({
    id,
    label: title,
    description: tenant,
  }));
  const isFound = found.some(({ id }) => id === workspace);
  return (
    <Select
      className={styles.narrow}
      label={t('wizard.workspace')}
      description={t('wizard.workspace.hint')}
      placeholder={t('wizard.workspace')}
      options={[
        ...(backup && !workspace
          ? [{ id: NONE, label: t('wizard.workspace.none') }]
          : []),
        // What is chosen stays in sight while something else is searched.
        ...(workspace && !isFound ? [{ id: workspace, label: workspace }] : []),
        ...found,
      ]}
      search={{
        mode: 'server',
        inputValue: search,
        onInputChange: setSearch,
        placeholder: t('wizard.workspace.search'),
      }}
      value={workspace ?? (backup ? NONE : null)}
      isInvalid={!workspace && !backup && problemOf('backupName') !== null}
      onChange={chosen => {
        if (chosen !== null && chosen !== NONE && chosen !== workspace) {
          change({
            workspace: String(chosen),
            // Of another workspace, neither means anything any more.
            ...(workspace && { source: undefined, backup: undefined }),
            includedNamespaces: undefined,
          });
        }
      }}
    />
  );
}
