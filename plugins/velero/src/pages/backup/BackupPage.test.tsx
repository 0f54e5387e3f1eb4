import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { says } from '@appgear/backstage-plugin-velero-common';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import { refusal, renderPlugin } from '../../__testUtils__/renderPlugin';

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

  it('says of a backup that no cluster shows what has to come before a restore', async () => {
    const backup = await new FakeVelero().getBackup({
      cluster: 'prod-sp',
      name: 'workspaces-daily-1',
    });
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
      api: { getBackup: async () => ({ ...backup, onlyInBucket: true }) },
    });
    expect(
      await screen.findByText('No cluster that answers shows this backup'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /^Restore/ }),
    ).not.toBeInTheDocument();
    expect(
      within(await region('What Velero reports')).queryByRole('link', {
        name: backup.schedule,
      }),
    ).not.toBeInTheDocument();
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

  describe('the log', () => {
    const open = async () => {
      renderPlugin('/dr/backups/prod-sp/workspaces-daily-1');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Read the log' }),
      );
      return screen.findByRole('grid', { name: 'Log' });
    };

    it('is fetched when somebody asks for it', async () => {
      const getBackupLog = jest.fn(() => new Promise<never>(() => {}));
      renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
        api: { getBackupLog },
      });
      const button = await screen.findByRole('button', {
        name: 'Read the log',
      });
      expect(getBackupLog).not.toHaveBeenCalled();
      await userEvent.click(button);
      expect(getBackupLog).toHaveBeenCalledWith(
        { cluster: 'prod-sp', name: 'workspaces-daily-1' },
        expect.objectContaining({ offset: 0 }),
        expect.anything(),
      );
    });

    it('is read page by page', async () => {
      const first = await open();
      expect(first).toHaveTextContent('name=settings-0 ');
      const log = within(await region('Log'));
      expect(log.getByText('1–50 of 253')).toBeInTheDocument();
      await userEvent.click(log.getByRole('button', { name: 'Next page' }));
      expect(await log.findByText('51–100 of 253')).toBeInTheDocument();
      expect(log.getByRole('grid')).toHaveTextContent('name=settings-50 ');
    });

    it('is searched, from its first page', async () => {
      await open();
      const log = within(await region('Log'));
      await userEvent.click(log.getByRole('button', { name: 'Next page' }));
      await log.findByText('51–100 of 253');
      await userEvent.type(
        log.getByRole('searchbox', { name: 'Search' }),
        'exit code',
      );
      expect(await log.findByText('1–1 of 1')).toBeInTheDocument();
      expect(log.getByRole('grid')).toHaveTextContent(
        /Error.*Error executing hook.*command terminated with exit code 1/,
      );
      await userEvent.type(log.getByRole('searchbox'), ' of nothing');
      expect(
        await log.findByText('No line of the log matches.'),
      ).toBeInTheDocument();
    });

    it('says that it is shown in part, or why it cannot be read', async () => {
      const log = await new FakeVelero().getBackupLog(
        { cluster: 'prod-sp', name: 'x' },
        {},
      );
      renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
        api: {
          getBackupLog: async (_key, { search }) => {
            if (search) {
              throw refusal(503, 'The bucket refuses.');
            }
            return { ...log, filtered: true, truncated: true };
          },
        },
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Read the log' }),
      );
      expect(
        await screen.findByText(/Only lines that name a namespace/),
      ).toBeInTheDocument();
      expect(screen.getByText(/its end is missing/)).toBeInTheDocument();
      await userEvent.type(screen.getByRole('searchbox'), 'x');
      expect(await screen.findByText(/The bucket refuses/)).toBeInTheDocument();
    });

    it('says why there is none in the reader’s language', async () => {
      const problem = says('file.logUnreadable');
      const problems = [says('file.missing', { said: '404 NoSuchKey' })];
      renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
        language: 'pt-BR',
        api: {
          getBackupLog: async () => {
            throw Object.assign(refusal(404), {
              body: { error: { problem, problems } },
            });
          },
        },
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Ler o log' }),
      );
      expect(
        await screen.findByRole('region', { name: 'Log' }),
      ).toHaveTextContent(
        'O log não pode ser lido: O arquivo não está no bucket (404 NoSuchKey). O Velero não o enviou, ou alguém o apagou.',
      );
    });
  });

  it('says what exactly keeps it from being read in the reader’s language', async () => {
    const contents = await new FakeVelero().getBackupContents();
    const host = 'minio.storage';
    const problem = says('file.storageFails', { host, said: 503 });
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
      language: 'pt-BR',
      api: {
        getBackupContents: async () => ({
          ...contents,
          evidence: { state: 'unknown', failure: 'storageFailed', problem },
        }),
      },
    });
    expect(
      await screen.findByText('minio.storage responde 503.'),
    ).toBeInTheDocument();
  });

  it('quotes Velero’s errors, and says how many more there are', async () => {
    const contents = await new FakeVelero().getBackupContents();
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
      api: {
        getBackupContents: async () => ({
          ...contents,
          errors: { count: 12, first: ['the plugin crashed'] },
        }),
      },
    });
    const section = await region('What it really holds');
    await waitFor(() =>
      expect(section).toHaveTextContent(
        /Errors: About Velero itself.*the plugin crashed.*and 11 more.*Errors: ws-checkout-app.*hook failed/,
      ),
    );
  });
});
