import { useEffect } from 'react';
import { Alert, Checkbox, CheckboxGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Loading } from '../../../components/state';
import { veleroTranslationRef } from '../../../translation';
import { useNamespaceNames } from '../useNamespaceNames';
import { useWizard } from '../WizardContext';

/** Which namespaces come back; of a workspace, all of its own by default. */
export function NamespaceChoice() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const names = useNamespaceNames();
  const { workspace, includedNamespaces: included } = draft;

  useEffect(() => {
    if (included === undefined && names) {
      change({ includedNamespaces: workspace ? names : [] });
    }
  }, [included, names, workspace, change]);

  if (!names || !included) return <Loading lines={2} />;
  return (
    <>
      {names.length > 0 && (
        <CheckboxGroup
          label={t('wizard.namespaces')}
          secondaryLabel="includedNamespaces"
          description={t('wizard.namespaces.hint')}
          value={included}
          onChange={chosen => change({ includedNamespaces: chosen })}
        >
          {names.map(name => (
            <Checkbox key={name} value={name}>
              {name}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      {included.length === 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('wizard.namespaces.all')}
        />
      )}
    </>
  );
}
