import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { problemsIn, StepId, STEPS } from './steps';
import { ToMend } from './ToMend';
import { useWizard } from './WizardContext';
import styles from './wizard.module.css';

/** The ways out of a step, and what bars the one ahead. */
export function WizardNavigation(props: {
  step: StepId;
  /** The preview bars the way until something was seen. */
  isBarred: boolean;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { problems, setTried, goTo } = useWizard();
  const index = STEPS.indexOf(props.step);
  const previous: StepId | undefined = STEPS[index - 1];
  const next: StepId | undefined = STEPS[index + 1];
  const isReady = problemsIn(props.step, problems).length === 0;

  return (
    <>
      {next && <ToMend step={props.step} />}
      <div className={styles.navigation}>
        {previous && (
          <Button variant="secondary" onPress={() => goTo(previous)}>
            {t('wizard.back')}
          </Button>
        )}
        {next && (
          <Button
            isDisabled={props.isBarred}
            onPress={() => (isReady ? goTo(next) : setTried())}
          >
            {t('wizard.next', { step: t(`wizard.step.${next}`) })}
          </Button>
        )}
      </div>
    </>
  );
}
