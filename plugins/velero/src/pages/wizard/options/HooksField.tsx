import { Button, TextAreaField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { useWizard } from '../WizardContext';
import { EXEC_EXAMPLE, INIT_EXAMPLE } from './hookExamples';
import { useFieldProps } from './useFieldProps';
import styles from '../wizard.module.css';

/** Commands to run in restored pods, as the YAML that Velero takes. */
export function HooksField() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const fieldProps = useFieldProps();
  const add = (example: string) =>
    change({
      hooks: draft.hooks.trimEnd()
        ? `${draft.hooks.trimEnd()}\n${example}`
        : example,
    });
  return (
    <div className={`${styles.wide} ${styles.column}`}>
      <TextAreaField
        {...fieldProps('hooks', 'hooks')}
        className={styles.yaml}
        secondaryLabel="hooks.resources"
        rows={5}
        spellCheck="false"
        value={draft.hooks}
        onChange={hooks => change({ hooks })}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          onPress={() => add(EXEC_EXAMPLE)}
        >
          {t('wizard.option.hooks.addExec')}
        </Button>
        <Button
          size="small"
          variant="secondary"
          onPress={() => add(INIT_EXAMPLE)}
        >
          {t('wizard.option.hooks.addInit')}
        </Button>
      </div>
    </div>
  );
}
