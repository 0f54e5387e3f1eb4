import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../../components/layout';
import { veleroTranslationRef } from '../../../translation';
import { RestoreDraft } from '../draft';
import { useWizard } from '../WizardContext';
import { ChoiceField } from './ChoiceField';
import { HooksField } from './HooksField';
import { TextOption } from './TextOption';
import styles from '../wizard.module.css';

const POLICIES = ['default', 'none', 'update'] as const;

/** What overwrites, reaches further or runs commands, apart from the rest. */
export function DangerousOptions() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div className={styles.danger}>
      <Section
        title={t('wizard.options.danger')}
        description={t('wizard.options.danger.hint')}
      >
        <div className={styles.fields}>
          <PolicyField />
          <ChoiceField
            name="includeClusterResources"
            field="includeClusterResources"
          />
          <TextOption name="resourceModifier" field="resourceModifier" />
          <HooksField />
        </div>
      </Section>
    </div>
  );
}

function PolicyField() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  return (
    <Select
      label={t('wizard.option.existingResourcePolicy')}
      secondaryLabel="existingResourcePolicy"
      description={t('wizard.option.existingResourcePolicy.hint')}
      options={POLICIES.map(id => ({
        id,
        label: t(`wizard.option.existingResourcePolicy.${id}`),
      }))}
      value={draft.existingResourcePolicy}
      onChange={value =>
        change({
          existingResourcePolicy:
            value as RestoreDraft['existingResourcePolicy'],
        })
      }
    />
  );
}
