import type { RestoreRights } from '@appgear/backstage-plugin-velero-common';
import type { RestoresApi } from '../api';

/** Sub-pages that have nothing to show to somebody without a right. */
const NEEDS: Record<string, (rights: RestoreRights) => boolean> = {
  'sub-page:velero/restores': ({ read, request }) =>
    read !== 'none' || request !== 'none',
  'sub-page:velero/audit': ({ audit }) => audit !== 'none',
};

/** No page waits longer for its tabs. */
const PATIENCE_MS = 2_000;

/**
 * Ids of the sub-pages without a tab for this reader. A backend that does not
 * say leaves all of them: their pages speak for themselves.
 */
export async function hiddenTabs(
  api: Pick<RestoresApi, 'getRights'> | undefined,
): Promise<string[]> {
  let timer: number | undefined;
  const patience = new Promise<undefined>(resolve => {
    timer = window.setTimeout(resolve, PATIENCE_MS);
  });
  const asked = api?.getRights().catch(() => undefined);
  const rights = await Promise.race([asked, patience]);
  clearTimeout(timer);
  return rights ? Object.keys(NEEDS).filter(id => !NEEDS[id](rights)) : [];
}
