import { useCallback, useMemo, useState } from 'react';
import { draftShelf, Prefill, RestoreDraft } from './draft';

/** @see useDraft */
export interface DraftHandle {
  draft: RestoreDraft;
  /** Went on with what this browser tab had kept. */
  isResumed: boolean;
  change(part: Partial<RestoreDraft>): void;
  /** Begins anew, with what the link said. */
  discard(): void;
  /** Nothing is to be kept any more: the request is filed. */
  forget(): void;
}

/**
 * The draft that a link began, kept over a reload of the page.
 *
 * @param prefill - must be the same object as long as it says the same
 */
export function useDraft(prefill: Prefill, initial: RestoreDraft): DraftHandle {
  const shelf = useMemo(() => draftShelf(prefill), [prefill]);
  const [kept] = useState(() => shelf.load());
  const [isResumed, setResumed] = useState(kept !== undefined);
  const [draft, setDraft] = useState(kept ?? initial);

  const change = useCallback(
    (part: Partial<RestoreDraft>) =>
      setDraft(before => {
        const after = { ...before, ...part };
        shelf.keep(after);
        return after;
      }),
    [shelf],
  );
  const discard = useCallback(() => {
    shelf.discard();
    setResumed(false);
    setDraft(initial);
  }, [shelf, initial]);

  return { draft, isResumed, change, discard, forget: shelf.discard };
}
