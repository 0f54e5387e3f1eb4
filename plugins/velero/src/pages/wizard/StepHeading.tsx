import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { StepId, STEPS } from './steps';
import styles from './wizard.module.css';

/** The title of a step. Takes the focus when another step was left for it. */
export function StepHeading(props: { step: StepId }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { step } = props;
  const ref = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      ref.current?.focus();
    }
  }, [step]);

  return (
    <h3 ref={ref} tabIndex={-1} className={styles.heading}>
      {t('wizard.step', {
        number: STEPS.indexOf(step) + 1,
        total: STEPS.length,
        title: t(`wizard.step.${step}`),
      })}
    </h3>
  );
}
