import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  toastApiRef,
  useApi,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { restoresApiRef } from '../../../api';
import { useLinks } from '../../../routing/useLinks';
import { veleroTranslationRef } from '../../../translation';
import { seenDigest } from '../seen';
import { useWizard } from '../WizardContext';

const TOAST_MS = 8_000;

/** @see useFiling */
export interface Filing {
  isBusy: boolean;
  error: Error | undefined;
  /** Files what was previewed, and goes to its page. */
  file(): Promise<void>;
  /** The same without approval. */
  breakGlass(incident: string): Promise<void>;
}

/** Turns the draft into a request; exactly what was seen, or nothing. */
export function useFiling(): Filing {
  const { t } = useTranslationRef(veleroTranslationRef);
  const restores = useApi(restoresApiRef);
  // Classic portals have none.
  const toasts = useApiHolder().get(toastApiRef);
  const links = useLinks();
  const navigate = useNavigate();
  const { draft, spec, cluster = '', forget } = useWizard();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const asked = {
    cluster,
    // Checked by the same schema before this step opens.
    spec: spec as never,
    digest: seenDigest(draft, cluster, spec) ?? '',
    reason: draft.reason,
    ticketUrl: draft.ticketUrl.trim() || undefined,
    notBefore: draft.notBefore || undefined,
  };
  const send = async (
    title: string,
    sending: () => Promise<RestoreRequestDetail>,
  ) => {
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await sending();
      forget();
      toasts?.post({ title, status: 'success', timeout: TOAST_MS });
      navigate(links.restoreRequest(id) ?? '..', { replace: true });
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    }
  };
  return {
    isBusy,
    error,
    file: () =>
      send(t('wizard.filed'), () =>
        restores.fileRestoreRequest({
          ...asked,
          supersedes: draft.supersedes,
        }),
      ),
    breakGlass: incident =>
      send(t('wizard.breakGlass.filed'), () =>
        restores.breakGlass({ ...asked, incident }),
      ),
  };
}
