import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import {
  address,
  FakeSignals,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const region = (name: string) => screen.findByRole('region', { name });

describe('WorkspacePage', () => {
  it('tells what Velero reports, and that it is no proof', async () => {
    renderPlugin('/dr/workspaces/ws-payments');
    const facts = await region('What Velero reports');

    expect(facts).toHaveTextContent('It does not prove what the backup holds');
    expect(facts).toHaveTextContent(/Last backup.*Completed/);
    expect(
      within(facts).getByRole('link', { name: /team-payments/ }),
    ).toHaveAttribute('href', '/catalog/default/group/team-payments');
  });

  it('does not claim anything of a namespace that only backups hold', async () => {
    const workspace = await new FakeVelero().getWorkspace('ws-checkout');
    const [namespace] = workspace.namespaces;
    renderPlugin('/dr/workspaces/ws-checkout', {
      api: {
        getWorkspace: async () => ({
          ...workspace,
          namespaces: [{ ...namespace, backupEnabled: false, isLost: true }],
        }),
      },
    });
    const namespaces = within(await region('Namespaces'));
    const row = await namespaces.findByRole('row', {
      name: new RegExp(`^${namespace.name}`),
    });
    expect(row).toHaveTextContent(/Not known.*Only in backups.*Not known/);
  });

  it('lists what touches the workspace', async () => {
    renderPlugin('/dr/workspaces/ws-checkout');
    const row = (table: string, name: string) =>
      within(screen.getByRole('grid', { name: table })).getByRole('row', {
        name: new RegExp(`^${name}(?!\\d)`),
      });
    await region('Namespaces');

    expect(row('Newest backups', 'workspaces-daily-1')).toBeInTheDocument();
    expect(row('Namespaces', 'ws-checkout-app')).toHaveTextContent('prod-sp');
    expect(
      row('Schedules that take it in', 'cluster-full-weekly'),
    ).toHaveTextContent('0 3 * * 6');
    expect(row('Where its backups are kept', 'offsite')).toHaveTextContent(
      'Available',
    );
    expect(
      row('Restores that may have touched it', 'checkout-after-incident-42'),
    ).toHaveTextContent(/PartiallyFailed.*1 error/);
  });

  it('says what it means that nothing touches it', async () => {
    const workspace = await new FakeVelero().getWorkspace('ws-pricing');
    renderPlugin('/dr/workspaces/ws-pricing', {
      api: {
        getWorkspace: async () => ({
          ...workspace,
          backups: [],
          schedules: [],
          storageLocations: [],
          restores: [],
          withheld: ['restores'],
        }),
      },
    });
    expect(await region('Schedules that take it in')).toHaveTextContent(
      'it will not be backed up by itself',
    );
    expect(await region('Newest backups')).toHaveTextContent(
      'No backup has this workspace in its scope',
    );
    expect(await region('Restores that may have touched it')).toHaveTextContent(
      'You may not see this',
    );
  });

  it('warns only of the clusters that the workspace is on', async () => {
    renderPlugin('/dr/workspaces/ws-search');
    expect(await screen.findByText(/dr-rj does not answer/)).toBeVisible();
    expect(screen.queryByText(/staging/)).not.toBeInTheDocument();
  });

  it('leads to its backups, filtered', async () => {
    renderPlugin('/dr/workspaces/ws-payments');
    await userEvent.click(
      await screen.findByRole('link', { name: 'All 39 backups' }),
    );
    await waitFor(() =>
      expect(address()).toBe('/dr/backups?workspace=ws-payments'),
    );
  });

  it('says so when there is no such workspace', async () => {
    renderPlugin('/dr/workspaces/ws-nobody');
    expect(
      await screen.findByText('There is no such thing here'),
    ).toBeInTheDocument();
  });

  it('takes the workspace off the screen when it may no longer be seen', async () => {
    const signals = new FakeSignals();
    const workspace = await new FakeVelero().getWorkspace('ws-payments');
    const getWorkspace = jest
      .fn()
      .mockResolvedValueOnce(workspace)
      .mockRejectedValue(refusal(403));
    renderPlugin('/dr/workspaces/ws-payments', {
      signals,
      api: { getWorkspace },
    });
    await region('Namespaces');
    signals.send({ version: 2, clusters: [] });

    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByText('ws-payments-app')).not.toBeInTheDocument();
  });
});
