import { Alert, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  hasEnded,
  inOneSentence,
  RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';
import { useProblemText } from '../../components/state';
import { Section } from '../../components/layout';
import { EffectSentence, RiskList } from '../../components/restore';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { changedNothing } from './outcome/results';
import { RequestStatus } from './RequestStatus';
import { TimeLeft } from './TimeLeft';

/** What it does and why, how dangerous that is, and where it stands. */
export function RequestHeadline(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { request } = props;
  const { backup, cluster, summary, risks, state, outcome } = request;
  const nothing = state === 'succeeded' && changedNothing(outcome);
  return (
    <>
      <Flex direction="column" gap="2">
        <Flex align="center" gap="4" style={{ flexWrap: 'wrap' }}>
          <RequestStatus state={state} changedNothing={nothing} />
          <TimeLeft request={request} isLong />
        </Flex>
        <Text as="p" variant="body-medium" color="secondary">
          {t(nothing ? 'request.hint.nothingChanged' : `request.hint.${state}`)}
        </Text>
        <Text as="p" variant="body-large">
          <EffectSentence backup={backup} cluster={cluster} summary={summary} />
        </Text>
        <Text as="p" variant="body-medium">
          <EntityRefLink entityRef={request.requester} />
          {' · '}
          <Timestamp at={request.filedAt} />
          {' · '}
          {request.reason}
        </Text>
      </Flex>
      <EndReason request={request} />
      <BreakGlassNotice request={request} />
      <Section title={t('risk.title')}>
        <RiskList risks={risks} summary={summary} />
      </Section>
    </>
  );
}

function EndReason({ request }: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const say = useProblemText();
  const { state, endReason, endReasons } = request;
  // What was restored says more than that it was.
  if (!hasEnded(state) || state === 'succeeded' || !endReason) {
    return undefined;
  }
  return (
    <Alert
      status={state === 'failed' ? 'danger' : 'warning'}
      icon
      title={t('request.endReason')}
      description={endReasons ? inOneSentence(endReasons.map(say)) : endReason}
    />
  );
}

function BreakGlassNotice({ request }: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { incident, reviewPending } = request;
  if (incident === undefined) {
    return undefined;
  }
  return (
    <Alert
      status={reviewPending ? 'danger' : 'info'}
      icon
      title={`${t('request.breakGlass')} · ${t(
        'request.incident',
      )} ${incident}`}
      description={
        reviewPending
          ? t('requests.review.note')
          : t('request.people.emergency')
      }
    />
  );
}
