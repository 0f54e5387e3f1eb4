import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { PreviewSummaryView } from '../../components/restore';
import { veleroTranslationRef } from '../../translation';
import { RequestComparison } from './compare/RequestComparison';
import { DecisionBar } from './decide/DecisionBar';
import { OutcomeTable } from './outcome/OutcomeTable';
import { RequestOutcome } from './outcome/RequestOutcome';
import { RequestProgress } from './outcome/RequestProgress';
import { RestoreLog } from './outcome/RestoreLog';
import { RequestEffects } from './RequestEffects';
import { RequestFacts } from './RequestFacts';
import { RequestHeadline } from './RequestHeadline';
import { RequestPeople } from './RequestPeople';
import { RequestYaml } from './RequestYaml';

/** In the order in which one judges; what came of it first once it ran. */
export function RequestView(props: {
  request: RestoreRequestDetail;
  onChange(): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { request, onChange } = props;
  const { id, outcome } = request;
  return (
    <>
      <RequestHeadline request={request} />
      <RequestProgress request={request} />
      <RequestOutcome request={request} />
      <RequestPeople request={request} />
      <RequestComparison request={request} />
      {outcome && <OutcomeTable id={id} results={outcome.results} />}
      <RestoreLog request={request} />
      <Section title={t('request.summary')}>
        <PreviewSummaryView summary={request.summary} />
      </Section>
      <RequestEffects request={request} />
      <RequestFacts request={request} />
      <RequestYaml spec={request.spec} />
      <DecisionBar request={request} onChange={onChange} />
    </>
  );
}
