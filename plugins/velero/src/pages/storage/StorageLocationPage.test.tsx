import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import { storageLocations } from '../../../dev/fake/storage';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const region = (name: string) => screen.findByRole('region', { name });

describe('StorageLocationPage', () => {
  it('opens from the list, with who else uses its bucket', async () => {
    renderPlugin('/dr/storage');
    const list = within(
      await screen.findByRole('grid', { name: 'Storage locations' }),
    );
    await userEvent.click(list.getAllByRole('link', { name: 'offsite' })[0]);

    const facts = await region('What is known of it');
    expect(facts).toHaveTextContent(/StateAvailable.*Read and write/);
    expect(within(facts).getByRole('link', { name: '190' })).toHaveAttribute(
      'href',
      expect.stringContaining('/dr/backups?storageLocation=offsite'),
    );
    const users = await region('Who uses this place in the bucket');
    const [, other, ...rest] = within(users).getAllByRole('row');
    expect(other).toHaveTextContent(/offsite.*dr-rj.*Read only/);
    expect(rest).toEqual([]);
    expect(screen.queryByText(/More than one cluster writes/)).toBeNull();
  });

  it('says why it cannot be used, and what to do', async () => {
    renderPlugin('/dr/storage/prod-sp/ceph-local');
    const alert = (await screen.findByText('It cannot be used now')).closest(
      '[data-status]',
    );
    expect(alert).toHaveTextContent(
      /AccessDenied.*What to do: see whether the bucket can be reached from prod-sp/,
    );
    expect(await region('Who uses this place in the bucket')).toHaveTextContent(
      'Nobody else uses it.',
    );
  });

  it('finds fault with more than one writer', async () => {
    const fake = new FakeVelero();
    renderPlugin('/dr/storage/prod-sp/offsite', {
      api: {
        getStorageLocations: async query => {
          const page = await fake.getStorageLocations(query);
          return {
            ...page,
            items: page.items.map(each => ({
              ...each,
              accessMode: 'ReadWrite',
            })),
          };
        },
      },
    });
    expect(
      await screen.findByText(
        /More than one cluster writes here: dr-rj, prod-sp/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/its own prefix in the bucket/),
    ).toBeInTheDocument();
  });

  it('does not call a location broken that was never checked', async () => {
    const [location] = storageLocations();
    renderPlugin('/dr/storage/prod-sp/offsite', {
      api: {
        getStorageLocations: async () => ({
          items: [
            { ...location, phase: 'Unavailable', lastValidatedAt: undefined },
          ],
          total: 1,
          offset: 0,
          limit: 200,
          freshness: [],
        }),
      },
    });
    expect(
      await screen.findByText(/Velero has not checked it yet/),
    ).toBeInTheDocument();
    expect(screen.queryByText('It cannot be used now')).toBeNull();
  });

  it('knows of no other location of the same name', async () => {
    renderPlugin('/dr/storage/prod-sp/off');
    expect(
      await screen.findByText('There is no such thing here'),
    ).toBeInTheDocument();
  });
});
