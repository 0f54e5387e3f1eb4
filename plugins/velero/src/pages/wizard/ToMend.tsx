import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Bullets } from '../../components/state';
import { veleroTranslationRef } from '../../translation';
import { problemsIn, StepId } from './steps';
import { useProblemText } from './useProblemText';
import { useWizard } from './WizardContext';

/** What bars the way out of a step, once somebody tried to take it. */
export function ToMend(props: { step: StepId }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const say = useProblemText();
  const { problems, isTried } = useWizard();
  const toMend = problemsIn(props.step, problems);
  if (!isTried || toMend.length === 0) return null;
  return (
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
  );
}
