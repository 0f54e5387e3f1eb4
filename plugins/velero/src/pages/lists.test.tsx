import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, refusal, renderPlugin } from '../__testUtils__/renderPlugin';

const row = async (table: string, name: string | RegExp) =>
  within(await screen.findByRole('grid', { name: table })).getByRole('row', {
    name,
  });

describe('lists', () => {
  it('show backups by Velero’s phase, newest first', async () => {
    renderPlugin('/dr/backups?phase=FailedValidation');
    const rows = within(
      await screen.findByRole('grid', { name: 'Backups' }),
    ).getAllByRole('row');
    rows
      .slice(1)
      .forEach(each => expect(each).toHaveTextContent('FailedValidation'));
    expect(
      screen.getByRole('columnheader', { name: /Created/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('show a filter that a link set, and take it off', async () => {
    renderPlugin('/dr/backups?schedule=search-weekly&phase=Odd');
    expect(
      await screen.findByRole('button', { name: /Phase.*Odd|Odd.*Phase/ }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove filter: Schedule: search-weekly',
      }),
    );
    await waitFor(() => expect(address()).toBe('/dr/backups?phase=Odd'));
  });

  it('show why a schedule does not run, and when it would', async () => {
    renderPlugin('/dr/schedules');
    const stalled = await row('Schedules', /core-infra-daily/);
    expect(stalled).toHaveTextContent(
      /Stalled.*starts no other run until it does/,
    );
    expect(stalled).toHaveTextContent('in 3 hours');
    const paused = await row('Schedules', /search-weekly/);
    expect(paused).toHaveTextContent(/Paused.*None planned/);
  });

  it('show storage with its message, and who shares it', async () => {
    renderPlugin('/dr/storage');
    expect(await row('Storage locations', /ceph-local/)).toHaveTextContent(
      /Unavailable.*Access Denied.*Nobody/,
    );
    const [, replica] = screen.getAllByRole('row', { name: /offsite/ });
    expect(replica).toHaveTextContent(/dr-rj.*Read only.*prod-sp/);
    expect(await row('Snapshot locations', /ceph-rbd/)).toHaveTextContent(
      'csi',
    );
  });

  it('do not call a location broken that was never checked', async () => {
    renderPlugin('/dr/storage', {
      api: {
        getStorageLocations: async () => ({
          items: [
            {
              cluster: 'prod-sp',
              name: 'fresh',
              uid: 'u',
              provider: 'aws',
              phase: 'Unavailable',
              accessMode: 'ReadWrite',
              isDefault: false,
              sharedBy: [],
              backupCount: 0,
            },
          ],
          total: 1,
          offset: 0,
          limit: 50,
          freshness: [],
        }),
      },
    });
    expect(await row('Storage locations', /fresh/)).toHaveTextContent(
      'Not checked yet',
    );
  });

  it('fail apart: one that is refused leaves the other on the page', async () => {
    renderPlugin('/dr/storage', {
      api: { getSnapshotLocations: () => Promise.reject(refusal(500, 'Boom')) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Boom');
    expect(await row('Storage locations', /ceph-local/)).toBeInTheDocument();
  });

  it('speak Portuguese', async () => {
    renderPlugin('/dr/schedules', { language: 'pt-BR' });
    const stalled = await row('Agendamentos', /core-infra-daily/);
    expect(stalled).toHaveTextContent(
      /Travado.*não inicia outra execução até lá.*em 3 horas/,
    );
    expect(screen.getByText('1–5 de 5')).toBeInTheDocument();
    expect(
      screen.getByRole('searchbox', { name: 'Buscar' }),
    ).toBeInTheDocument();
  });
});
