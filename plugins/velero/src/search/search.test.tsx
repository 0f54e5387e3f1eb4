import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { SEARCH_TYPE_RESTORE_REQUEST } from '@appgear/backstage-plugin-velero-common';
import { restoresRouteRef } from '../routes';
import { restoreRequestResult } from './extensions';

const item = createExtensionTester(restoreRequestResult).get(
  SearchResultListItemBlueprint.dataRefs.item,
);

describe('a restore request that search found', () => {
  it('is ours to show, and nothing else is', () => {
    const document = { title: '', text: '', location: '' };
    const ours = { type: SEARCH_TYPE_RESTORE_REQUEST, document };
    expect(item.predicate?.(ours)).toBe(true);
    expect(item.predicate?.({ ...ours, type: 'techdocs' })).toBe(false);
  });

  it('leads to its page, wherever the portal has it', async () => {
    const found = {
      title: '',
      text: '',
      location: '',
      requestId: 'r-1',
      workspace: 'ws-checkout',
      into: ['ws-checkout', 'ws-checkout-db'],
      cluster: 'prod',
      backup: 'nightly-1',
      filedAt: '2026-11-24T08:00:00.000Z',
    };
    renderInTestApp(<item.component result={found} />, {
      mountedRoutes: { '/ours/restores': restoresRouteRef },
    });
    expect(
      await screen.findByRole('link', {
        name: 'Restore of ws-checkout into ws-checkout, ws-checkout-db',
      }),
    ).toHaveAttribute('href', '/ours/restores/r-1');
    expect(screen.getByText(/Backup nightly-1 on prod/)).toBeInTheDocument();
  });
});
