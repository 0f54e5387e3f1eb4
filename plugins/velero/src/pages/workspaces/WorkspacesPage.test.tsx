import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import {
  address,
  FakeSignals,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const table = () => screen.findByRole('grid', { name: 'Workspaces' });
const names = async () =>
  within(await table())
    .getAllByRole('rowheader')
    .map(header => header.textContent);

describe('WorkspacesPage', () => {
  it('lists workspaces under row headers that lead to their pages', async () => {
    renderPlugin('/dr/workspaces');
    const header = within(await table()).getByRole('rowheader', {
      name: /ws-payments/,
    });
    await userEvent.click(within(header).getByRole('link'));

    await waitFor(() => expect(address()).toBe('/dr/workspaces/ws-payments'));
    expect(
      await screen.findByRole('heading', { level: 2, name: 'ws-payments' }),
    ).toBeInTheDocument();
  });

  it('reopens from its URL as it was seen', async () => {
    renderPlugin(
      '/dr/workspaces?search=ws-&intent=mixed&cluster=prod-sp&sort=backupCount&order=desc',
    );
    expect(await names()).toEqual([
      expect.stringContaining('ws-search'),
      expect.stringContaining('ws-identity'),
      expect.stringContaining('ws-shipping'),
    ]);
    expect(screen.getByRole('searchbox')).toHaveValue('ws-');
    expect(
      screen.getByRole('button', {
        name: /Backup label.*Only some|Only some.*Backup label/,
      }),
    ).toBeInTheDocument();
    expect(
      within(await table()).getByRole('columnheader', { name: /Backups/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('keeps what the reader types and chooses in the URL', async () => {
    renderPlugin('/dr/workspaces?page=2');
    await table();
    await waitFor(() => expect(address()).toBe('/dr/workspaces'));
    await userEvent.type(screen.getByRole('searchbox'), 'pay');
    const field = screen.getByRole('searchbox');
    await waitFor(() => expect(address()).toBe('/dr/workspaces?search=pay'));
    expect(field).toHaveFocus();
    await waitFor(async () =>
      expect(await names()).toEqual([expect.stringContaining('ws-payments')]),
    );

    await userEvent.click(screen.getByRole('button', { name: /Any label/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Wants no backup' }),
    );
    expect(await screen.findByText(/^Nothing matches/)).toBeInTheDocument();
    expect(address()).toBe('/dr/workspaces?search=pay&intent=disabled');

    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() => expect(address()).toBe('/dr/workspaces'));
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('filters by the tenant that is clicked, and takes the filter off', async () => {
    renderPlugin('/dr/workspaces');
    await userEvent.click(
      within(await table()).getByRole('link', { name: 'plataforma' }),
    );
    await waitFor(async () => expect(await names()).toHaveLength(1));
    expect(address()).toBe('/dr/workspaces?tenant=plataforma');

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove filter: Tenant: plataforma' }),
    );
    await waitFor(async () => expect(await names()).toHaveLength(12));
  });

  it('sorts on the server by the header that is pressed', async () => {
    renderPlugin('/dr/workspaces');
    await userEvent.click(
      within(await table()).getByRole('columnheader', { name: /Backups/ }),
    );
    await waitFor(() =>
      expect(address()).toBe('/dr/workspaces?sort=backupCount&order=asc'),
    );
    await waitFor(async () =>
      expect((await names())[0]).toMatch(/ws-(pricing|recommendations)/),
    );
  });

  it('opens a workspace by the keyboard alone', async () => {
    renderPlugin('/dr/workspaces?search=payments');
    const row = within(await table()).getByRole('row', { name: /ws-payments/ });
    row.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/dr/workspaces/ws-payments'));
  });

  it('says how old the rows of a cluster are that does not answer, and keeps them', async () => {
    renderPlugin('/dr/workspaces');
    expect(await screen.findByText(/dr-rj does not answer/)).toHaveTextContent(
      'was last true 14 minutes ago',
    );
    expect(
      screen.queryByText(/prod-sp does not answer/),
    ).not.toBeInTheDocument();
    expect((await names()).join()).toContain('ws-search');
  });

  it('pages on the server, and leads back from a page that is gone', async () => {
    const all = (await new FakeVelero().getWorkspaces({})).items;
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...all[0],
      id: `ws-${index}`,
      title: `ws-${index}`,
    }));
    const getWorkspaces = async ({ offset = 0, limit = 25 }: any) => ({
      items: many.slice(offset, offset + limit),
      total: many.length,
      offset,
      limit,
      freshness: [],
    });
    const signals = new FakeSignals();
    renderPlugin('/dr/workspaces', { signals, api: { getWorkspaces } });
    expect(await screen.findByText('1–25 of 60')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('51–60 of 60')).toBeInTheDocument();
    expect(address()).toBe('/dr/workspaces?page=3');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(await screen.findByText('1–25 of 60')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'First page' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Last page' }));
    expect(await screen.findByText('51–60 of 60')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Last page' })).toBeDisabled();

    many.length = 30;
    signals.send({ version: 2, clusters: [] });
    expect(await screen.findByText('26–30 of 30')).toBeInTheDocument();
  });

  it('says what to do when there is nothing at all', async () => {
    renderPlugin('/dr/workspaces', {
      api: {
        getWorkspaces: async () => ({
          items: [],
          total: 0,
          offset: 0,
          limit: 50,
          freshness: [],
        }),
      },
    });
    expect(
      await screen.findByText('There is no workspace to show'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/when a namespace carries its label/),
    ).toBeVisible();
  });
});
