import { EMPTY_DRAFT, RestoreDraft } from './RestoreDraft';
import { Prefill } from './fromUrl';

/** Changes with the draft's shape: an older draft is no use. */
const PREFIX = 'velero.restoreDraft.1';

/**
 * Keeps drafts over a reload, one for each link that the wizard was opened
 * by, for as long as the browser's tab lives: a reason may be confidential.
 */
export function draftShelf(prefill: Prefill, storage = window.sessionStorage) {
  const key = `${PREFIX}?${new URLSearchParams({ ...prefill })}`;
  return {
    load(): RestoreDraft | undefined {
      const text = storage.getItem(key);
      try {
        return text ? { ...EMPTY_DRAFT, ...JSON.parse(text) } : undefined;
      } catch {
        return undefined;
      }
    },
    keep(draft: RestoreDraft): void {
      storage.setItem(key, JSON.stringify(draft));
    },
    discard(): void {
      storage.removeItem(key);
    },
  };
}
