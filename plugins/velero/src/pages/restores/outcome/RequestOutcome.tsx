import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RestoreOutcomeSummary,
  RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';
import { FactList, Section } from '../../../components/layout';
import { PhaseStatus, Status } from '../../../components/status';
import { useFormats } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import { OutcomeMessages } from './OutcomeMessages';
import { changedNothing, RESULT_TONES, RESULTS } from './results';

/** What a restore came to: in a sentence, in numbers, in Velero's words. */
export function RequestOutcome(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { outcome, progress } = props.request;
  if (!outcome) {
    return undefined;
  }
  return (
    <Section title={t('outcome.title')}>
      <Warning outcome={outcome} />
      <Numbers outcome={outcome} restoreName={progress?.restoreName} />
      <OutcomeMessages outcome={outcome} />
    </Section>
  );
}

/** Velero's Completed is not always a success. */
function Warning({ outcome }: { outcome: RestoreOutcomeSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { proven, phase, results } = outcome;
  if (phase !== 'Completed') {
    return undefined;
  }
  if (!proven) {
    return (
      <Alert
        status="warning"
        icon
        title={t('request.unproven')}
        description={t('request.unproven.hint')}
      />
    );
  }
  const { failed } = results;
  if (changedNothing(outcome)) {
    return (
      <Alert
        status="warning"
        icon
        title={t('request.nothingChanged')}
        description={
          failed > 0
            ? t('request.nothingChanged.failed', { count: failed })
            : t('request.nothingChanged.hint')
        }
      />
    );
  }
  return failed > 0 ? (
    <Alert
      status="warning"
      icon
      title={t('request.someFailed', { count: failed })}
      description={t('request.someFailed.hint')}
    />
  ) : undefined;
}

function Numbers(props: {
  outcome: RestoreOutcomeSummary;
  restoreName: string | undefined;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { outcome, restoreName } = props;
  return (
    <FactList
      facts={[
        ...RESULTS.map(result => {
          const value = outcome.results[result];
          return {
            label: t(`outcome.${result}`),
            value: (
              // That nothing failed is no alarm.
              <Status tone={value > 0 ? RESULT_TONES[result] : 'neutral'}>
                {t('number', { value })}
              </Status>
            ),
          };
        }),
        { label: t('outcome.took'), value: useLength(outcome) },
        {
          label: t('outcome.phase'),
          value: <PhaseStatus phase={outcome.phase} />,
        },
        {
          label: t('outcome.proven'),
          value: outcome.proven
            ? t('outcome.proven.yes')
            : t('outcome.proven.no'),
        },
        ...(restoreName
          ? [{ label: t('progress.restore'), value: restoreName }]
          : []),
      ]}
    />
  );
}

/** The measured time, from Velero's start to its end. */
function useLength({ startedAt, completedAt }: RestoreOutcomeSummary): string {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  if (!startedAt || !completedAt) {
    return t('notKnown');
  }
  const length = Date.parse(completedAt) - Date.parse(startedAt);
  // Small restores take seconds, and "0 minutes" is no measure.
  return length < 120_000
    ? t('outcome.seconds', { count: Math.round(length / 1000) })
    : formats.duration(length);
}
