import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FactList } from '../../../components/layout';
import { veleroTranslationRef } from '../../../translation';
import { useWizard } from '../WizardContext';

/** What is asked for, in one glance. */
export function Recap() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { spec, cluster = '' } = useWizard();
  const { includedNamespaces, namespaceMapping = {} } = spec;
  const names = includedNamespaces ?? Object.keys(namespaceMapping);
  return (
    <FactList
      facts={[
        { label: t('wizard.point.backup'), value: spec.backupName },
        { label: t('wizard.cluster'), value: cluster },
        {
          label: t('preview.namespaces'),
          value:
            names.length === 0
              ? t('scope.all')
              : names
                  .map(name =>
                    namespaceMapping[name]
                      ? `${name} → ${namespaceMapping[name]}`
                      : name,
                  )
                  .join(', '),
        },
      ]}
    />
  );
}
