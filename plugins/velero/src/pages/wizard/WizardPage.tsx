import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TitledPage } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useRestoresQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { fromRequest, fromUrl, prefillOf } from './draft';
import { RestoreWizard } from './RestoreWizard';

/** Asks for a restore, step by step; links may fill in where it begins. */
export function WizardPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [params] = useSearchParams();
  // The step is in the address too, and must not begin another draft.
  const key = JSON.stringify(prefillOf(params));
  const prefill = useMemo(() => JSON.parse(key), [key]);
  const initial = useMemo(() => fromUrl(prefill), [prefill]);
  return (
    <TitledPage title={t('wizard.title')}>
      {prefill.supersedes ? (
        <AskAnew key={key} prefill={prefill} />
      ) : (
        <RestoreWizard key={key} prefill={prefill} initial={initial} />
      )}
    </TitledPage>
  );
}

/** An edit is a new request that takes the old one's place. */
function AskAnew(props: { prefill: { supersedes: string } }) {
  const { supersedes } = props.prefill;
  const query = useRestoresQuery(`asked: ${supersedes}`, (api, signal) =>
    api.getRestoreRequest(supersedes, { signal }),
  );
  return (
    <QueryView query={query}>
      {detail => (
        <RestoreWizard prefill={props.prefill} initial={fromRequest(detail)} />
      )}
    </QueryView>
  );
}
