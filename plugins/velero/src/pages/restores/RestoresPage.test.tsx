import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { restoreRequest } from '../../../dev/fake/restoreRequests';
import {
  address,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const page = (items: ReturnType<typeof restoreRequest>[]) => ({
  items,
  total: items.length,
  offset: 0,
  limit: 50,
});
const none = async () => page([]);
const region = (name: string) => screen.findByRole('region', { name });
const grid = (name: string) => screen.findByRole('grid', { name });

describe('the desk', () => {
  it('shows first what waits for the reader, with the time left', async () => {
    renderPlugin('/dr/restores');
    const waiting = within(await grid('Waits for you'));
    const row = waiting.getByRole('row', { name: /workspaces-daily-1/ });
    expect(row).toHaveTextContent('3 hours left');
    expect(row).toHaveTextContent('1 of 3');
    expect(row).toHaveTextContent('otto.operator');

    await userEvent.click(
      within(row).getByRole('link', { name: /workspaces-daily-1/ }),
    );
    await waitFor(() =>
      expect(address()).toBe(
        '/dr/restores/11111111-1111-4111-8111-111111111111',
      ),
    );
  });

  it('is red while a restore without approval is not reviewed', async () => {
    renderPlugin('/dr/restores');
    const alert = await screen.findByText(
      'Restored without approval, not yet reviewed',
    );
    expect(alert).toBeInTheDocument();
    expect(screen.getByText(/INC-42/)).toBeInTheDocument();
  });

  it('says what expires within hours', async () => {
    renderPlugin('/dr/restores');
    const expiring = within(await region('Expires soon'));
    expect(
      expiring.getAllByRole('rowheader').map(each => each.textContent),
    ).toEqual([
      expect.stringContaining('payments-hourly-3'),
      expect.stringContaining('workspaces-daily-1'),
    ]);
  });

  it('filters by the URL, and keeps the choice there', async () => {
    renderPlugin('/dr/restores?state=rejected&cluster=prod-sp');
    const rows = within(await grid('Restore requests')).getAllByRole(
      'rowheader',
    );
    expect(rows).toHaveLength(1);

    await userEvent.click(screen.getByRole('button', { name: /Your part/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'I decided' }),
    );
    await waitFor(() =>
      expect(address()).toBe(
        '/dr/restores?state=rejected&cluster=prod-sp&part=decidedByMe',
      ),
    );
  });

  it('filters by workspace and requester from a link', async () => {
    renderPlugin(
      '/dr/restores?workspace=ws-payments&requester=user:default/otto.operator',
    );
    expect(
      within(await grid('Restore requests')).getAllByRole('rowheader'),
    ).toHaveLength(1);
    expect(
      screen.getByRole('button', {
        name: 'Remove filter: Workspace: ws-payments',
      }),
    ).toBeInTheDocument();
  });

  it('asks the server for the order', async () => {
    const { restores } = renderPlugin('/dr/restores');
    const asked = jest.spyOn(restores, 'getRestoreRequests');
    await userEvent.click(
      within(await grid('Restore requests')).getByRole('columnheader', {
        name: /Time left/,
      }),
    );
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith(
        expect.objectContaining({ sort: 'deadline', order: 'asc', offset: 0 }),
        expect.anything(),
      ),
    );
  });

  it('says so when there is nothing at all', async () => {
    renderPlugin('/dr/restores', {
      restores: {
        getRestoreRequests: none,
        getOutOfBand: async () => ({ ...page([]), items: [] }),
      },
    });
    expect(
      await screen.findByText('Nothing waits for your decision.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('Nobody has asked for a restore'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Expires soon')).not.toBeInTheDocument();
    expect(screen.queryByText(/not yet reviewed/)).not.toBeInTheDocument();
  });

  it('offers to ask for a restore to those who may', async () => {
    renderPlugin('/dr/restores');
    expect(
      await screen.findByRole('link', { name: 'Ask for a restore' }),
    ).toHaveAttribute('href', '/dr/restores/new');
  });

  it('offers nothing to those who may only look', async () => {
    renderPlugin('/dr/restores', {
      restores: {
        getRights: async () => ({
          read: 'some',
          request: 'none',
          approve: 'none',
          breakGlass: 'none',
          audit: 'none',
        }),
      },
    });
    await grid('Restore requests');
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'Waits for you' }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.queryByRole('link', { name: 'Ask for a restore' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'Audit' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Restores' })).toBeInTheDocument();
  });

  it('says so when the reader may not see requests', async () => {
    const refuse = () => Promise.reject(refusal(403));
    renderPlugin('/dr/restores', {
      restores: {
        getRestoreRequests: refuse,
        getOutOfBand: refuse,
      },
    });
    expect(
      (await screen.findAllByText('You may not see this')).length,
    ).toBeGreaterThan(0);
  });

  it('speaks Portuguese', async () => {
    renderPlugin('/dr/restores', { language: 'pt-BR' });
    expect(
      await screen.findByRole('heading', { name: 'Pedidos de restauração' }),
    ).toBeInTheDocument();
    expect(
      within(await grid('Espera por você')).getByText('restam 3 horas'),
    ).toBeInTheDocument();
  });
});

describe('what was done outside the gate', () => {
  it('is counted on the desk and listed on its page', async () => {
    renderPlugin('/dr/restores');
    await userEvent.click(
      await screen.findByRole('link', { name: '2 outside the gate' }),
    );
    const rows = within(await grid('Outside the gate'));
    expect(rows.getByRole('row', { name: /by-hand/ })).toHaveTextContent(
      /Restore.*workspaces-daily-1.*kubectl-create/,
    );
    expect(rows.getByRole('row', { name: /search-weekly/ })).toHaveTextContent(
      /Deletion of a backup.*Not known/,
    );
    expect(address()).toBe('/dr/restores/out-of-band');
  });

  it('is filtered by cluster in the URL', async () => {
    renderPlugin('/dr/restores/out-of-band?cluster=dr-rj');
    expect(
      within(await grid('Outside the gate')).getAllByRole('rowheader'),
    ).toHaveLength(1);
  });
});
