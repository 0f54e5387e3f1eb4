import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditVerification } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useRestoresQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';

/** Whether every event of the trail still fits the one before it. */
export function ChainStatus() {
  const { t } = useTranslationRef(veleroTranslationRef);
  // Every event is read and hashed: too much to do it at each change of the fleet.
  const query = useRestoresQuery(
    'verification',
    (api, signal) => api.verifyAudit({ signal }),
    { once: true },
  );
  return (
    <Section
      title={t('audit.chain')}
      action={
        <Button size="small" variant="secondary" onPress={query.retry}>
          {t('audit.chain.check')}
        </Button>
      }
    >
      <QueryView query={query} lines={2}>
        {verification => <Verdict verification={verification} />}
      </QueryView>
    </Section>
  );
}

function Verdict(props: { verification: AuditVerification }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { verification } = props;
  return verification.ok ? (
    <Alert
      role="status"
      status="success"
      icon
      title={t('audit.chain.ok', { count: verification.events })}
      description={
        verification.events > 0 && t('audit.chain.head', verification.head)
      }
    />
  ) : (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('audit.chain.broken', { seq: verification.seq })}
      description={t('audit.chain.broken.hint', {
        problem: verification.problem,
      })}
    />
  );
}
