import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useNow } from '../../time';
import { RestoreDraft, targetOf, toRestoreSpec, validate } from './draft';
import type { Prefill } from './draft';
import { OptionsStep } from './options/OptionsStep';
import { PreviewStep } from './preview/PreviewStep';
import { ReviewStep } from './review/ReviewStep';
import { seenDigest } from './seen';
import { SourceStep } from './source/SourceStep';
import { StepHeading } from './StepHeading';
import { furthestStep, isOpen, parseStep, StepId } from './steps';
import { TargetStep } from './target/TargetStep';
import { useDraft } from './useDraft';
import { WizardProvider } from './WizardContext';
import { WizardNavigation } from './WizardNavigation';
import { WizardNotices } from './WizardNotices';
import { WizardSteps } from './WizardSteps';
import styles from './wizard.module.css';

const CONTENT: Record<StepId, () => JSX.Element> = {
  source: SourceStep,
  target: TargetStep,
  options: OptionsStep,
  preview: PreviewStep,
  review: ReviewStep,
};

/** The way from a recovery point to a filed request. */
export function RestoreWizard(props: {
  prefill: Prefill;
  initial: RestoreDraft;
}) {
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const { draft, change, discard, forget, isResumed } = useDraft(
    props.prefill,
    props.initial,
  );
  const [tried, setTriedStep] = useState<StepId>();

  const { spec } = useMemo(() => toRestoreSpec(draft), [draft]);
  const cluster = targetOf(draft);
  const problems = validate(draft, now);
  const furthest = furthestStep(
    problems,
    seenDigest(draft, cluster, spec) !== undefined,
  );
  const wanted = parseStep(params.get('step'));
  const step = isOpen(wanted, furthest) ? wanted : furthest;

  const goTo = useCallback(
    (to: StepId) => {
      const next = new URLSearchParams(params);
      next.set('step', to);
      setParams(next);
    },
    [params, setParams],
  );
  const Content = CONTENT[step];

  return (
    <WizardProvider
      value={{
        draft,
        change,
        spec,
        cluster,
        problems,
        isTried: tried === step,
        setTried: () => setTriedStep(step),
        goTo,
        forget,
      }}
    >
      <WizardNotices
        isResumed={isResumed}
        onDiscard={() => {
          discard();
          setTriedStep(undefined);
          goTo('source');
        }}
      />
      <WizardSteps step={step} furthest={furthest} onStep={goTo} />
      <div className={styles.step}>
        <StepHeading step={step} />
        <Content />
      </div>
      <WizardNavigation
        step={step}
        isBarred={step === 'preview' && furthest === 'preview'}
      />
    </WizardProvider>
  );
}
