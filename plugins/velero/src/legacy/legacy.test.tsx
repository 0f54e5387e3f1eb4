import { useLocation } from 'react-router-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { wrapInTestApp } from '@backstage/test-utils';
import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';
import { classicPortal } from '../../dev/classic/classicPortal';
import { FakeVelero } from '../../dev/fake/FakeVelero';
import { FakeRestores } from '../../dev/fake/restoreRequestsGate';
import { RestoresApi, restoresApiRef, veleroApiRef } from '../api';
import { SUB_PAGES } from '../frame/subPages';
import en from '../translation/en';
import { isVeleroAvailable } from './index';

function Address() {
  return <output aria-label="address">{useLocation().pathname}</output>;
}

function renderClassic(at: string, gate: Partial<RestoresApi> = {}) {
  render(
    wrapInTestApp(
      <>
        <Address />
        {classicPortal([
          [veleroApiRef, new FakeVelero()],
          [restoresApiRef, Object.assign(new FakeRestores(), gate)],
        ])}
      </>,
      {
        routeEntries: [at],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    ),
  );
}

/** What no page is without once it shows something. */
function partsOfThePage() {
  return [
    ...screen.queryAllByRole('grid'),
    ...screen.queryAllByRole('region'),
    ...screen.queryAllByRole('heading', { level: 2 }),
  ];
}

describe('in a classic portal', () => {
  it.each(SUB_PAGES)(
    '$path is a tab with its page',
    async ({ path, title }) => {
      renderClassic(`/dr/${path}`);
      expect(
        await screen.findByRole('tab', { name: en[title] }),
      ).toHaveAttribute('aria-selected', 'true');
      await waitFor(() => expect(partsOfThePage()).not.toHaveLength(0));
    },
  );

  it('tabs that a reader has no right to are not there', async () => {
    const rights = await new FakeRestores().getRights();
    const getRights = async () => ({ ...rights, audit: 'none' as const });
    renderClassic('/dr/restores', { getRights });
    expect(
      await screen.findByRole('tab', { name: 'Restores' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: 'Audit' })).toBeNull();
  });

  it('a forbidden page says so to who has its address', async () => {
    const rights = await new FakeRestores().getRights();
    renderClassic('/dr/audit', {
      getRights: async () => ({ ...rights, audit: 'none' }),
    });
    expect(await screen.findByRole('tab', { name: 'Audit' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('links lead to tabs and to what lies below them', async () => {
    renderClassic('/dr');
    expect(
      await screen.findByRole('link', { name: 'All schedules' }),
    ).toHaveAttribute('href', '/dr/schedules');

    await userEvent.click(screen.getByRole('tab', { name: 'Workspaces' }));
    await userEvent.click(
      await screen.findByRole('link', { name: 'ws-payments' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent(
        '/dr/workspaces/ws-payments',
      ),
    );
  });

  it('entities show their workspace, with the way to its page', async () => {
    renderClassic('/entity/ws-payments');
    expect(
      await screen.findByRole('link', { name: 'All about this workspace' }),
    ).toHaveAttribute('href', '/dr/workspaces/ws-payments');
    expect(
      await screen.findByRole('grid', { name: 'Recovery points' }),
    ).toBeInTheDocument();
  });

  it('the home page says what waits for the reader', async () => {
    renderClassic('/home');
    const list = await screen.findByRole('list', { name: 'What waits for me' });
    expect(within(list).getByRole('link')).toHaveAttribute(
      'href',
      '/dr/restores/11111111-1111-4111-8111-111111111111',
    );
  });

  it('entities without a workspace are left alone', () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'x' },
    };
    expect(isVeleroAvailable(entity)).toBe(false);
    const annotations = { [ANNOTATION_WORKSPACE_ID]: 'ws-payments' };
    expect(
      isVeleroAvailable({ ...entity, metadata: { name: 'x', annotations } }),
    ).toBe(true);
  });
});
