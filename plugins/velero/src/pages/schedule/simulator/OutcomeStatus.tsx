import {
  RiPieChartLine,
  RiQuestionLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CoverageOutcome } from '@appgear/backstage-plugin-velero-common';
import { Status, StatusProps } from '../../../components/status';
import { veleroTranslationRef } from '../../../translation';

const LOOKS: Record<CoverageOutcome, Omit<StatusProps, 'children'>> = {
  all: { tone: 'success', icon: RiShieldCheckLine },
  part: { tone: 'danger', icon: RiPieChartLine },
  nothing: { tone: 'danger' },
  nothingLives: { tone: 'neutral' },
  unknown: { tone: 'warning', icon: RiQuestionLine },
};

/** What a backup would hold of a namespace, in one word. */
export function OutcomeStatus(props: { outcome: CoverageOutcome }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Status {...LOOKS[props.outcome]}>
      {t(`coverage.outcome.${props.outcome}`)}
    </Status>
  );
}
