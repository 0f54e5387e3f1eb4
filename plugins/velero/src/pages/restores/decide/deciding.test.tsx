import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { restoreRequest } from '../../../../dev/fake/restoreRequests';
import {
  FakeSignals,
  refusal,
  renderPlugin,
} from '../../../__testUtils__/renderPlugin';

const AT = '/dr/restores/11111111-1111-4111-8111-111111111111';
const DIGEST = 'a'.repeat(64);

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

/** Presses the button of the dialog that is open. */
const confirm = async (name: string) =>
  userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name }),
  );

describe('deciding on a request', () => {
  it('approves what was shown, and says that it was taken', async () => {
    const { restores } = renderPlugin(AT);
    const vote = jest.spyOn(restores, 'vote');
    await press('Approve');
    expect(
      within(await screen.findByRole('dialog')).getByText(
        /into ws-checkout.*may|into ws-checkout/,
      ),
    ).toBeInTheDocument();
    await confirm('Approve');

    await waitFor(() =>
      expect(vote).toHaveBeenCalledWith(expect.any(String), {
        decision: 'approve',
        digest: DIGEST,
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(
      (await screen.findAllByText('Your approval was taken')).length,
    ).toBeGreaterThan(0);
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Approve' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('vetoes with a comment only', async () => {
    const { restores } = renderPlugin(AT);
    const vote = jest.spyOn(restores, 'vote');
    await press('Veto');
    await confirm('Veto');
    expect(
      await screen.findByText('A sentence is needed here.'),
    ).toBeInTheDocument();
    expect(vote).not.toHaveBeenCalled();

    await userEvent.type(
      within(screen.getByRole('dialog')).getByRole('textbox'),
      'Not during the sale.',
    );
    await confirm('Veto');
    await waitFor(() =>
      expect(vote).toHaveBeenCalledWith(expect.any(String), {
        decision: 'veto',
        digest: DIGEST,
        comment: 'Not during the sale.',
      }),
    );
    expect(await screen.findByText('Vetoed')).toBeInTheDocument();
  });

  it('asks again when it changed since it was opened', async () => {
    const signals = new FakeSignals();
    let digest = DIGEST;
    const vote = jest.fn(async () => restoreRequest());
    renderPlugin(AT, {
      signals,
      restores: {
        getRestoreRequest: async () => restoreRequest({ digest }),
        vote,
      },
    });
    await screen.findByRole('button', { name: 'Approve' });
    digest = 'b'.repeat(64);
    act(() => signals.send({ version: 2, clusters: [] }));

    expect(
      await screen.findByText('Changed since you opened it'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
    await press('I have looked at it again');
    await press('Approve');
    await confirm('Approve');
    await waitFor(() =>
      expect(vote).toHaveBeenCalledWith(
        expect.any(String),
        expect.objectContaining({ digest }),
      ),
    );
  });

  it('says so when the backend finds that it has moved on', async () => {
    renderPlugin(AT, {
      restores: {
        vote: () => Promise.reject(refusal(409, 'The request has ended')),
      },
    });
    await press('Approve');
    await confirm('Approve');
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText('Changed since you opened it'),
    ).toBeInTheDocument();
    expect(dialog.getByText(/The request has ended/)).toBeInTheDocument();
  });

  it('says why the backend refused', async () => {
    renderPlugin(AT, {
      restores: {
        vote: () =>
          Promise.reject(refusal(403, 'You are in none of the groups')),
      },
    });
    await press('Approve');
    await confirm('Approve');
    expect(
      await screen.findByText('You are in none of the groups'),
    ).toBeInTheDocument();
    expect(screen.getByText('It was not taken')).toBeInTheDocument();
  });

  it('withdraws with a reason that is a sentence', async () => {
    const cancel = jest.fn(async () => restoreRequest());
    renderPlugin(AT, {
      restores: {
        getRestoreRequest: async () =>
          restoreRequest({
            actions: {
              approve: false,
              veto: false,
              cancel: true,
              review: false,
            },
          }),
        cancel,
      },
    });
    await press('Withdraw');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'Done');
    await confirm('Withdraw');
    expect(await dialog.findByText(/At least 10 letters/)).toBeInTheDocument();
    await userEvent.type(dialog.getByRole('textbox'), ' by hand already.');
    await confirm('Withdraw');
    await waitFor(() =>
      expect(cancel).toHaveBeenCalledWith(
        expect.any(String),
        'Done by hand already.',
      ),
    );
  });

  it('reviews a restore that went without approval', async () => {
    const id = '22222222-2222-4222-8222-000000000008';
    const { restores } = renderPlugin(`/dr/restores/${id}`);
    const review = jest.spyOn(restores, 'review');
    expect(
      await screen.findByText('Without approval · Incident INC-42'),
    ).toBeInTheDocument();
    await press('Review');
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Not justified' }),
    );
    await userEvent.type(
      within(screen.getByRole('dialog')).getByRole('textbox'),
      'There was time to ask.',
    );
    await confirm('Review');
    await waitFor(() =>
      expect(review).toHaveBeenCalledWith(id, {
        verdict: 'unjustified',
        comment: 'There was time to ask.',
      }),
    );
    expect(
      await screen.findByText('There was time to ask.'),
    ).toBeInTheDocument();
  });

  it('edits as a new request', async () => {
    renderPlugin(AT);
    expect(
      await screen.findByRole('link', { name: 'Edit as a new request' }),
    ).toHaveAttribute(
      'href',
      '/dr/restores/new?supersedes=11111111-1111-4111-8111-111111111111',
    );
  });
});
