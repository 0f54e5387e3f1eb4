import { useState } from 'react';
import { Alert, Button, ButtonLink } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { useRestoresQuery } from '../../../query';
import { useLinks } from '../../../routing/useLinks';
import { veleroTranslationRef } from '../../../translation';
import styles from '../restores.module.css';
import { Decision } from './decision';
import { DecisionDialog } from './DecisionDialog';
import { useSeenDigest } from './useSeenDigest';

const LOOKS = {
  approve: 'primary',
  review: 'primary',
  veto: 'secondary',
  cancel: 'secondary',
} as const satisfies Record<Decision, string>;

/** What the reader may do with a request, always within reach. */
export function DecisionBar(props: {
  request: RestoreRequestDetail;
  onChange(): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { request, onChange } = props;
  const { actions, digest, id } = request;
  const links = useLinks();
  const [deciding, setDeciding] = useState<Decision>();
  const { seen, hasChanged, lookAgain } = useSeenDigest(digest);
  const { data: rights } = useRestoresQuery('rights', (api, signal) =>
    api.getRights({ signal }),
  );
  const decisions = (Object.keys(LOOKS) as Decision[]).filter(
    decision => actions[decision],
  );
  const wizard =
    rights && rights.request !== 'none'
      ? links.newRestore({ supersedes: id })
      : undefined;
  if (decisions.length === 0 && !wizard) {
    return undefined;
  }

  return (
    <>
      {hasChanged && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('decide.changed')}
          description={t('decide.changed.hint')}
          customActions={
            <Button size="small" variant="secondary" onPress={lookAgain}>
              {t('decide.lookedAgain')}
            </Button>
          }
        />
      )}
      <section aria-label={t('decide.title')} className={styles.bar}>
        {decisions.map(decision => (
          <Button
            key={decision}
            variant={LOOKS[decision]}
            isDisabled={hasChanged}
            onPress={() => setDeciding(decision)}
          >
            {t(`decide.${decision}`)}
          </Button>
        ))}
        {wizard && (
          <ButtonLink variant="tertiary" href={wizard}>
            {t('decide.edit')}
          </ButtonLink>
        )}
      </section>
      {deciding && (
        <DecisionDialog
          request={request}
          decision={deciding}
          digest={seen}
          onClose={() => setDeciding(undefined)}
          onChange={onChange}
        />
      )}
    </>
  );
}
