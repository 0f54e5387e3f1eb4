import Step from '@mui/material/Step';
import StepButton from '@mui/material/StepButton';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { isOpen, StepId, STEPS } from './steps';
import styles from './wizard.module.css';

/** The steps, to see where one is and to go to those that are open. */
export function WizardSteps(props: {
  step: StepId;
  furthest: StepId;
  onStep(step: StepId): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { step: current, furthest, onStep } = props;
  const active = STEPS.indexOf(current);
  return (
    <nav aria-label={t('wizard.steps')} className={styles.steps}>
      <Stepper nonLinear activeStep={active}>
        {STEPS.map((step, index) => (
          <Step key={step} completed={index < active}>
            <StepButton
              disabled={!isOpen(step, furthest)}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onStep(step)}
            >
              <StepLabel classes={{ label: styles.stepLabel }}>
                {t(`wizard.step.${step}`)}
              </StepLabel>
            </StepButton>
          </Step>
        ))}
      </Stepper>
    </nav>
  );
}
