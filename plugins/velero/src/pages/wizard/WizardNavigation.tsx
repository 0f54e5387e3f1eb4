import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Bullets } from '../../components/state';
import { veleroTranslationRef } from '../../translation';
import { problemsIn, StepId, STEPS } from './steps';
import { useProblemText } from './useProblemText';
import { useWizard } from './WizardContext';
import styles from './wizard.module.css';

/** The ways out of a step, and what bars the one ahead. */
export function WizardNavigation(props: {
  step: StepId;
  /** The preview bars the way until something was seen. */
  isBarred: boolean;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const say = useProblemText();
  const { problems, isTried, setTried, goTo } = useWizard();
  const index = STEPS.indexOf(props.step);
  const previous: StepId | undefined = STEPS[index - 1];
  const next: StepId | undefined = STEPS[index + 1];
  const toMend = problemsIn(props.step, problems);

  return (
    <>
      {isTried && toMend.length > 0 && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('wizard.toMend', { count: toMend.length })}
          description={
            <Bullets
              items={toMend.map(problem => ({
                key: `${problem.field} ${problem.code}`,
                text: say(problem),
              }))}
            />
          }
        />
      )}
      <div className={styles.navigation}>
        {previous && (
          <Button variant="secondary" onPress={() => goTo(previous)}>
            {t('wizard.back')}
          </Button>
        )}
        {next && (
          <Button
            isDisabled={props.isBarred}
            onPress={() => (toMend.length > 0 ? setTried() : goTo(next))}
          >
            {t('wizard.next', { step: t(`wizard.step.${next}`) })}
          </Button>
        )}
      </div>
    </>
  );
}
