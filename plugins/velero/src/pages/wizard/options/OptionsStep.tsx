import { Text, TextAreaField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../../components/layout';
import { veleroTranslationRef } from '../../../translation';
import { useWizard } from '../WizardContext';
import { ChoiceField } from './ChoiceField';
import { DangerousOptions } from './DangerousOptions';
import { ListField } from './ListField';
import { TextOption } from './TextOption';
import { useFieldProps } from './useFieldProps';
import { useTargetVelero } from './useTargetVelero';
import styles from '../wizard.module.css';

/** What exactly: every field of a Restore that the target's Velero has. */
export function OptionsStep() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { cluster = '', draft } = useWizard();
  const { version, knows } = useTargetVelero();
  return (
    <>
      <Text as="p" color="secondary">
        {t('wizard.options.intro')}{' '}
        {version && t('wizard.options.version', { version, cluster })}
      </Text>
      <Section title={t('wizard.options.scope')}>
        <div className={styles.fields}>
          <ListField name="includedNamespaces" field="includedNamespaces" />
          <ListField name="excludedNamespaces" field="excludedNamespaces" />
          <ListField name="includedResources" field="includedResources" />
          <ListField name="excludedResources" field="excludedResources" />
          <SelectorField />
        </div>
      </Section>
      <Section title={t('wizard.options.volumes')}>
        <div className={styles.fields}>
          <ChoiceField name="restorePVs" field="restorePVs" />
          <ChoiceField
            name="writeSparseFiles"
            field="uploaderConfig.writeSparseFiles"
          />
          {(knows('uploaderConfig.parallelFilesDownload') ||
            draft.parallelFilesDownload !== '') && (
            <TextOption
              name="parallelFilesDownload"
              field="uploaderConfig.parallelFilesDownload"
            />
          )}
        </div>
      </Section>
      <Section title={t('wizard.options.details')}>
        <div className={styles.fields}>
          <ChoiceField name="preserveNodePorts" field="preserveNodePorts" />
          <TextOption
            name="itemOperationTimeout"
            field="itemOperationTimeout"
          />
          <ListField
            name="statusIncluded"
            field="restoreStatus.includedResources"
          />
          <ListField
            name="statusExcluded"
            field="restoreStatus.excludedResources"
          />
        </div>
      </Section>
      <DangerousOptions />
    </>
  );
}

function SelectorField() {
  const { draft, change } = useWizard();
  const fieldProps = useFieldProps();
  return (
    <TextAreaField
      {...fieldProps('labelSelector', 'labelSelector', 'orLabelSelectors')}
      className={styles.wide}
      secondaryLabel="labelSelector, orLabelSelectors"
      rows={2}
      value={draft.selectors}
      onChange={selectors => change({ selectors })}
    />
  );
}
