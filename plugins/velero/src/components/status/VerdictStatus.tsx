import {
  RemixiconComponentType,
  RiFileWarningLine,
  RiHardDrive2Line,
  RiPieChartLine,
  RiQuestionLine,
  RiShieldCheckLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PointGrade,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status, StatusIcon, Tone } from './Status';

interface Look {
  tone: Tone;
  icon?: RemixiconComponentType;
}

const LOOKS: Record<Verdict, Look> = {
  protected: { tone: 'success', icon: RiShieldCheckLine },
  stale: { tone: 'warning', icon: RiTimeLine },
  localOnly: { tone: 'warning', icon: RiHardDrive2Line },
  partial: { tone: 'danger', icon: RiPieChartLine },
  metadataOnly: { tone: 'danger', icon: RiFileWarningLine },
  empty: { tone: 'danger' },
  unprotected: { tone: 'danger' },
  unknown: { tone: 'warning', icon: RiQuestionLine },
};

/** What would become of a workspace, in one word. */
export function VerdictStatus(props: { verdict: Verdict | undefined }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return props.verdict ? (
    <Status {...LOOKS[props.verdict]}>{t(`verdict.${props.verdict}`)}</Status>
  ) : (
    <Status tone="info" icon={RiTimeLine}>
      {t('protection.notAssessed')}
    </Status>
  );
}

const GRADE_LOOKS: Record<PointGrade | 'none', Look> = {
  ...LOOKS,
  complete: LOOKS.protected,
  none: { tone: 'neutral' },
};

/** What one point holds; without a grade it is no point to go back to. */
export function GradeStatus(props: { grade: PointGrade | undefined }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { grade = 'none' } = props;
  return <Status {...GRADE_LOOKS[grade]}>{t(`grade.${grade}`)}</Status>;
}

/** The same as its icon alone, where the words stand elsewhere. */
export function GradeIcon(props: { grade: PointGrade | undefined }) {
  return <StatusIcon {...GRADE_LOOKS[props.grade ?? 'none']} />;
}
