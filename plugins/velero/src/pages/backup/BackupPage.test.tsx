import { screen, within } from '@testing-library/react';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const region = (name: string) => screen.findByRole('region', { name });

describe('BackupPage', () => {
  it('shows what Velero reports and what it was asked to take', async () => {
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1');
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'workspaces-daily-1',
      }),
    ).toBeInTheDocument();
    const facts = await region('What Velero reports');
    expect(facts).toHaveTextContent('1,200 of 1,200');
    expect(
      within(facts).getByRole('link', { name: 'ws-checkout' }),
    ).toHaveAttribute('href', '/dr/workspaces/ws-checkout');

    const scope = await region('What it was asked to take');
    expect(scope).toHaveTextContent('appgear.io/backup-enabled=true');
    expect(scope).toHaveTextContent(/Volumes read as files.*Not set/);
    expect(scope).toHaveTextContent('What the backup really holds may be less');
  });

  it('gives Velero’s reasons, and no success', async () => {
    const backup = await new FakeVelero().getBackup({
      cluster: 'prod-sp',
      name: 'payments-hourly-13',
    });
    expect(backup.failures).not.toEqual([]);
    renderPlugin('/dr/backups/prod-sp/payments-hourly-13');
    expect(await screen.findByText(backup.failures[0])).toBeInTheDocument();
    expect(screen.getByText('FailedValidation')).toBeInTheDocument();
  });

  it('says how old its cluster’s view is', async () => {
    const backup = await new FakeVelero().getBackup({
      cluster: 'prod-sp',
      name: 'workspaces-daily-1',
    });
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
      api: {
        getBackup: async () => ({
          ...backup,
          freshness: [{ cluster: 'prod-sp', state: 'unreachable' }],
        }),
      },
    });
    expect(
      await screen.findByText(/prod-sp has never answered/),
    ).toBeInTheDocument();
  });
});
