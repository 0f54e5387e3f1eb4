import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  BackupLogQuery,
  RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';
import { restoreRequest } from '../../../../dev/fake/restoreRequests';
import { FakeRestores } from '../../../../dev/fake/restoreRequestsGate';
import { renderPlugin } from '../../../__testUtils__/renderPlugin';
import type { RestoresApi } from '../../../api';

const AT = '/dr/restores/11111111-1111-4111-8111-111111111111';
const region = (name: string) => screen.findByRole('region', { name });
const quiet = { approve: false, veto: false, cancel: false, review: false };

/** The page of a request that is as the scene needs it. */
function open(
  part: Partial<RestoreRequestDetail>,
  restores: Partial<RestoresApi> = {},
) {
  renderPlugin(AT, {
    restores: {
      getRestoreRequest: async () => restoreRequest(part),
      getEffects: async () => ({ items: [], total: 0, offset: 0, limit: 50 }),
      ...restores,
    },
  });
}

describe('what came of a request', () => {
  const outcome = {
    phase: 'Completed',
    results: { created: 132, updated: 1, skipped: 1, failed: 0 },
    proven: true,
    errors: [],
    warnings: [],
    startedAt: '2026-03-01T10:00:00.000Z',
    completedAt: '2026-03-01T10:00:48.000Z',
  };

  it('is told in numbers, with the measured time, and object by object', async () => {
    open({ state: 'succeeded', actions: quiet, outcome });
    const what = within(await region('What came of it'));
    expect(what.getByText('132')).toBeInTheDocument();
    expect(what.getByText('48 seconds')).toBeInTheDocument();
    expect(screen.queryByText(/nothing changed/)).not.toBeInTheDocument();

    const objects = await region('What Velero did, object by object');
    await userEvent.click(screen.getByRole('button', { name: /Result/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /Overwritten \(1\)/ }),
    );
    expect(
      await within(objects).findByText('apps/v1/Deployment'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(within(objects).getAllByRole('rowheader')).toHaveLength(1),
    );
  });

  it('is no success when Completed changed nothing', async () => {
    open({
      state: 'succeeded',
      actions: quiet,
      outcome: {
        ...outcome,
        results: { created: 0, updated: 0, skipped: 134, failed: 0 },
      },
    });
    expect(
      await screen.findByText('Completed, but nothing changed'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing changed')).toBeInTheDocument();
    expect(
      screen.queryByText(/its own list proves it/),
    ).not.toBeInTheDocument();
  });

  it('says both when nothing changed and objects failed', async () => {
    open({
      state: 'partiallyFailed',
      actions: quiet,
      outcome: {
        ...outcome,
        results: { created: 0, updated: 0, skipped: 3, failed: 2 },
      },
    });
    expect(
      await screen.findByText('Completed, but nothing changed'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^2 objects could not be restored/),
    ).toBeInTheDocument();
  });

  it('is no whole success when Completed left objects that failed', async () => {
    open({
      state: 'partiallyFailed',
      actions: quiet,
      outcome: {
        ...outcome,
        results: { created: 0, updated: 3, skipped: 17, failed: 7 },
      },
    });
    expect(
      await screen.findByText('Completed, but 7 objects failed'),
    ).toBeInTheDocument();
  });

  it('is not proven without Velero’s list', async () => {
    open({
      state: 'partiallyFailed',
      actions: quiet,
      outcome: { ...outcome, proven: false },
    });
    expect(
      await screen.findByText('Completed, but not proven'),
    ).toBeInTheDocument();
  });

  it('says what failed and what was left, and searches in it', async () => {
    open({
      state: 'partiallyFailed',
      actions: quiet,
      endReason: '1 errors',
      outcome: {
        ...outcome,
        phase: 'PartiallyFailed',
        results: { ...outcome.results, failed: 1 },
        errors: [{ namespace: 'ws-checkout', text: 'exceeded quota' }],
        warnings: Array.from({ length: 6 }, (_, index) => ({
          text: `service-${index} already exists`,
        })),
      },
    });
    expect(
      await screen.findByText('ws-checkout: exceeded quota'),
    ).toBeInTheDocument();
    const what = within(await region('What came of it'));
    await userEvent.type(what.getByRole('searchbox'), 'service-3');
    await waitFor(() =>
      expect(screen.queryByText(/service-2/)).not.toBeInTheDocument(),
    );
    expect(screen.getByText(/service-3/)).toBeInTheDocument();
  });

  it('has its log, searched, for those who ask for it', async () => {
    const getRestoreLog = jest.fn((id: string, query: BackupLogQuery) =>
      new FakeRestores().getRestoreLog(id, query),
    );
    open({ state: 'succeeded', actions: quiet, outcome }, { getRestoreLog });
    const log = await region('Log');
    expect(log).toHaveTextContent(/while it restored/);
    expect(getRestoreLog).not.toHaveBeenCalled();
    await userEvent.click(
      within(log).getByRole('button', { name: 'Read the log' }),
    );
    expect(await within(log).findByText('1–50 of 253')).toBeInTheDocument();
    await userEvent.type(within(log).getByRole('searchbox'), 'exit code');
    expect(await within(log).findByText('1–1 of 1')).toBeInTheDocument();
    expect(getRestoreLog).toHaveBeenLastCalledWith(
      '11111111-1111-4111-8111-111111111111',
      expect.objectContaining({ search: 'exit code', offset: 0 }),
      expect.anything(),
    );
  });

  it('has no log when nothing was restored', async () => {
    open({
      state: 'failed',
      actions: quiet,
      outcome: { ...outcome, phase: '' },
    });
    await region('What came of it');
    expect(
      screen.queryByRole('button', { name: 'Read the log' }),
    ).not.toBeInTheDocument();
  });
});
