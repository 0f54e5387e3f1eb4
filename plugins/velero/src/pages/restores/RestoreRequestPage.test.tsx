import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  says,
  inOneSentence,
  type RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';
import { restoreRequest } from '../../../dev/fake/restoreRequests';
import {
  address,
  FakeSignals,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const AT = '/dr/restores/11111111-1111-4111-8111-111111111111';
const region = (name: string) => screen.findByRole('region', { name });

/** The page of a request that is as the scene needs it. */
function open(part: Partial<RestoreRequestDetail> = {}, options = {}) {
  return renderPlugin(AT, {
    restores: { getRestoreRequest: async () => restoreRequest(part) },
    ...options,
  });
}

const quiet = { approve: false, veto: false, cancel: false, review: false };

describe('the page of a request', () => {
  it('says what it does, how dangerous it is, and how long there is', async () => {
    open();
    expect(
      await screen.findByRole('heading', {
        name: 'workspaces-daily-1 into ws-checkout',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /Velero restores the backup workspaces-daily-1 on prod-sp, into ws-checkout/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('3 hours left to approve')).toBeInTheDocument();
    expect(screen.getByText(/bad migration this morning/)).toBeInTheDocument();
    const risks = within(
      screen.getByRole('list', { name: 'What is dangerous about it' }),
    ).getAllByRole('listitem');
    expect(risks[0]).toHaveTextContent(/may be overwritten/);
  });

  it('leads to the evidence, the workspace and the ticket', async () => {
    open();
    const facts = within(await region('All about the request'));
    expect(
      facts.getByRole('link', { name: 'workspaces-daily-1' }),
    ).toHaveAttribute('href', '/dr/backups/prod-sp/workspaces-daily-1');
    expect(facts.getByRole('link', { name: 'ws-checkout' })).toHaveAttribute(
      'href',
      '/dr/workspaces/ws-checkout',
    );
    expect(
      facts.getByRole('link', { name: 'https://tickets.example/OPS-7' }),
    ).toBeInTheDocument();
  });

  it('says who has to consent, who has, and in which words', async () => {
    open();
    const people = within(await region('Who decides'));
    expect(people.getAllByText('1 is still missing')).toHaveLength(2);
    expect(people.getByText('Seen with the team.')).toBeInTheDocument();
  });

  it('filters what happens object by object, and keeps that in the URL', async () => {
    open();
    const effects = within(await region('Object by object'));
    expect(await effects.findByText('1–25 of 136')).toBeInTheDocument();
    await userEvent.click(
      effects.getByRole('button', { name: /What happens/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Left out/ }),
    );
    await waitFor(() => expect(address()).toBe(`${AT}?action=notRestored`));
    expect(await effects.findByText('migrate-7h2x')).toBeInTheDocument();
    await waitFor(() =>
      expect(effects.queryByText('settings-1')).not.toBeInTheDocument(),
    );
  });

  it('shows the spec as YAML', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the YAML' }),
    );
    expect(
      await screen.findByText(/existingResourcePolicy: update/),
    ).toBeVisible();
  });
});

describe('where a request stands', () => {
  const at = (minutes: number) =>
    new Date(Date.now() + minutes * 60_000).toISOString();

  it.each<[string, Partial<RestoreRequestDetail>, RegExp]>([
    [
      'approved',
      { state: 'approved', executeBefore: at(150) },
      /Everybody has consented/,
    ],
    ['expired', { state: 'expired' }, /Nobody decided in time/],
    [
      'withdrawn',
      { state: 'cancelled', endReason: 'Not needed.' },
      /Not needed\./,
    ],
    ['vetoed', { state: 'rejected', endReason: 'vetoed' }, /Somebody said no/],
    [
      'no longer valid',
      { state: 'invalidated', endReason: 'the backup is being deleted' },
      /the backup is being deleted/,
    ],
    [
      'failed',
      { state: 'failed', endReason: 'Velero refused it' },
      /Velero refused it/,
    ],
  ])('is said: %s', async (_, part, words) => {
    open({ ...part, actions: quiet });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });

  it('is said in the reader’s language, where the gate itself says it', async () => {
    const endReasons = [
      says('gate.namespaceRecreated', { namespace: 'ws-shop' }),
      { message: 'admission webhook denied the request' },
    ];
    const endReason = inOneSentence(endReasons);
    open(
      { state: 'invalidated', endReason, endReasons, actions: quiet },
      {
        language: 'pt-BR',
      },
    );
    expect(
      await screen.findByText(
        'namespace ws-shop: foi apagado e recriado; admission webhook denied the request',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['en', 'not approved before Nov 28, 2026, 4:59 PM'],
    ['pt-BR', 'não foi aprovado antes de 28 de nov. de 2026, 16:59'],
  ] as const)(
    'says times as people write them (%s)',
    async (language, said) => {
      const deadline = new Date(2026, 10, 28, 16, 59, 1).toISOString();
      const endReasons = [says('gate.notApprovedInTime', { at: deadline })];
      const endReason = inOneSentence(endReasons);
      open(
        { state: 'expired', endReason, endReasons, actions: quiet },
        { language },
      );
      expect(await screen.findByText(said)).toBeInTheDocument();
    },
  );

  it('ticks when it runs, and moves by itself', async () => {
    const signals = new FakeSignals();
    let itemsRestored = 61;
    renderPlugin(AT, {
      signals,
      restores: {
        getRestoreRequest: async () =>
          restoreRequest({
            state: 'executing',
            actions: quiet,
            startedAt: at(-3),
            progress: {
              restoreName: 'gate-1',
              phase: 'InProgress',
              itemsRestored,
              totalItems: 134,
            },
          }),
      },
    });
    expect(await screen.findByText('61 of 134 objects')).toBeInTheDocument();
    expect(screen.getByText('gate-1')).toBeInTheDocument();
    itemsRestored = 100;
    act(() => signals.send({ version: 2, clusters: [] }));
    expect(await screen.findByText('100 of 134 objects')).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Objects restored' }),
    ).toHaveAttribute('value', '100');
  });

  it('says when nothing moves any more', async () => {
    open({
      state: 'executing',
      progress: {
        restoreName: 'gate-1',
        phase: 'InProgress',
        stuckSince: at(-30),
      },
    });
    expect(
      await screen.findByText(/Nothing has moved since/),
    ).toHaveTextContent('30 minutes ago');
    expect(screen.getByText(/has not looked at it yet/)).toBeInTheDocument();
  });
});

describe('a request that cannot be shown', () => {
  it.each<[string, number, string]>([
    ['forbidden', 403, 'You may not see this'],
    ['gone', 404, 'There is no such thing here'],
    ['failing', 503, 'This could not be loaded'],
  ])('is %s', async (_, status, words) => {
    open(
      {},
      {
        restores: {
          getRestoreRequest: () => Promise.reject(refusal(status)),
        },
      },
    );
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says why in the reader’s language', async () => {
    const error = {
      message: 'Cluster prod does not let the portal look: …',
      problem: says('gate.clusterShut', { cluster: 'prod' }),
      problems: [says('cluster.credentialsRefused')],
    };
    renderPlugin(AT, {
      language: 'pt-BR',
      restores: {
        getRestoreRequest: async () => {
          throw Object.assign(refusal(503), { body: { error } });
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /O cluster prod não deixa o portal olhar: O servidor da API não aceita as credenciais do portal\. Renove o token/,
    );
  });

  it('loads first', async () => {
    open(
      {},
      {
        restores: { getRestoreRequest: () => new Promise(() => {}) },
      },
    );
    expect(await screen.findByText('Loading…')).toBeInTheDocument();
  });

  it('stays when it cannot be asked again', async () => {
    const signals = new FakeSignals();
    let isDown = false;
    renderPlugin(AT, {
      signals,
      restores: {
        getRestoreRequest: async () => {
          if (isDown) throw refusal(503, 'The database does not answer.');
          return restoreRequest();
        },
      },
    });
    await screen.findByText('3 hours left to approve');
    isDown = true;
    act(() => signals.send({ version: 2, clusters: [] }));
    // The request, and the earlier one that it is compared with.
    expect(
      await screen.findAllByText('What you see could not be refreshed'),
    ).toHaveLength(2);
    expect(screen.getByText('3 hours left to approve')).toBeInTheDocument();
  });
});
