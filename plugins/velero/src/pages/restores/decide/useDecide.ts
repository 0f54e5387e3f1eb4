import { useState } from 'react';
import {
  toastApiRef,
  useApi,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { restoresApiRef } from '../../../api';
import { veleroTranslationRef } from '../../../translation';
import { decide, DecisionWords } from './decision';
import type { DecisionDialogProps } from './DecisionDialog';

const TOAST_MS = 6_000;

/** Sends a decision; says so when it was taken, and why not when it was not. */
export function useDecide(props: DecisionDialogProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { request, decision, digest, onClose, onChange } = props;
  const api = useApi(restoresApiRef);
  // Portals of the classic system have none.
  const toasts = useApiHolder().get(toastApiRef);
  const [error, setError] = useState<Error>();
  const [isBusy, setIsBusy] = useState(false);

  const submit = async (words: DecisionWords) => {
    setIsBusy(true);
    setError(undefined);
    try {
      await decide(api, request.id, decision, words, digest);
      toasts?.post({
        title: t(`decide.done.${decision}`),
        status: 'success',
        timeout: TOAST_MS,
      });
      onClose();
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setIsBusy(false);
      // Also after a failure: somebody else may have been first.
      onChange();
    }
  };
  return { error, isBusy, submit };
}
