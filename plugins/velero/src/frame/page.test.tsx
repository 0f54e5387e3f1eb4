import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderPlugin } from '../__testUtils__/renderPlugin';

describe('the plugin’s page', () => {
  it('moves and takes another name when the portal says so', async () => {
    renderPlugin('/recovery', {
      extensions: [
        { 'page:velero': { config: { path: '/recovery', title: 'Ours' } } },
      ],
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ours' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(address()).toBe('/recovery/overview'));
    expect(
      await screen.findByRole('link', { name: 'All schedules' }),
    ).toHaveAttribute('href', '/recovery/schedules');
  });

  it('shows plain text for links to a sub-page that is switched off', async () => {
    renderPlugin('/dr/overview', {
      extensions: [{ 'sub-page:velero/storage': false }],
    });
    expect(await screen.findByText('All storage')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'All storage' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'Storage' }),
    ).not.toBeInTheDocument();
  });

  it('makes the content the panel of the selected tab', async () => {
    renderPlugin('/dr/schedules');
    const panel = await screen.findByRole('tabpanel', { name: 'Schedules' });
    expect(
      await within(panel).findByRole('grid', { name: 'Schedules' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Backups' }));
    expect(
      await screen.findByRole('tabpanel', { name: 'Backups' }),
    ).toBeInTheDocument();
  });
});
