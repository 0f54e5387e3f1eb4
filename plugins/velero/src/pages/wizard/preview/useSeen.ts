import { useEffect, useState } from 'react';
import type { RestorePreviewAnswer } from '@appgear/backstage-plugin-velero-common';
import { useWizard } from '../WizardContext';

/**
 * Notes what the reader is shown, so that exactly that is filed. A restore
 * that the policy refuses cannot be filed, however often it is looked at; one
 * with too few people to approve it may still be needed in an emergency.
 *
 * @returns whether it is another answer than the one seen before
 */
export function useSeen(
  { digest, refused }: NonNullable<RestorePreviewAnswer['preview']>,
  question: string,
  isStale: boolean,
): boolean {
  const { draft, change } = useWizard();
  const [hasMoved, setMoved] = useState(false);
  const { seen } = draft;
  const isRefused = refused.length > 0;

  useEffect(() => {
    const isKnown = seen?.of === question && seen.digest === digest;
    if (isStale || isRefused || isKnown) return;
    if (seen?.of === question) setMoved(true);
    change({ seen: { of: question, digest } });
  }, [seen, question, digest, isStale, isRefused, change]);

  return hasMoved;
}
