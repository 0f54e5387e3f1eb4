import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ScheduleAssessment,
  ScheduleSummary,
} from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { ReasonItem, useScheduleReasonText } from '../../components/protection';
import { Bullets, Loading } from '../../components/state';
import { Status } from '../../components/status';
import { veleroTranslationRef } from '../../translation';

/** What is to be said of a schedule, the worst first, with what to do. */
export function ScheduleReasons(props: {
  schedule: ScheduleSummary;
  assessment: ScheduleAssessment | undefined;
  isLoading: boolean;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('schedule.why')}>
      {props.isLoading ? <Loading lines={2} /> : <Reasons {...props} />}
    </Section>
  );
}

function Reasons(props: {
  schedule: ScheduleSummary;
  assessment: ScheduleAssessment | undefined;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { schedule, assessment } = props;
  const say = useScheduleReasonText();
  const reasons = assessment?.reasons ?? (schedule.reason && [schedule.reason]);
  if (!reasons) {
    return <Status tone="warning">{t('schedule.notAssessed')}</Status>;
  }
  if (reasons.length === 0) {
    return <Status tone="success">{t('schedule.nothingWrong')}</Status>;
  }
  return (
    <Bullets
      items={reasons.map(reason => ({
        key: reason.code,
        text: (
          <ReasonItem reason={reason}>
            {say(reason, schedule.cluster)}
          </ReasonItem>
        ),
      }))}
    />
  );
}
