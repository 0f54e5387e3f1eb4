import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { says } from '@appgear/backstage-plugin-velero-common';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import { FakeRestores } from '../../../dev/fake/restoreRequestsGate';
import type { RestoresApi } from '../../api';
import {
  address,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const LINK =
  '/dr/restores/new?workspace=ws-checkout&cluster=prod-sp&backup=workspaces-daily-11';

const heading = (name: RegExp) => screen.findByRole('heading', { name });
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const field = (name: RegExp) => screen.findByRole('textbox', { name });
/** All at once: letter by letter takes long, and shows nothing more. */
const fill = async (name: RegExp, text: string) => {
  await userEvent.click(await field(name));
  await userEvent.paste(text);
};
const code = async (name: string) =>
  (await screen.findByRole('region', { name })).textContent ?? '';

/** Waits for the namespaces, which the way ahead depends on. */
async function openFilledIn(options?: Parameters<typeof renderPlugin>[1]) {
  const rendered = renderPlugin(LINK, options);
  expect(
    await screen.findByRole('checkbox', { name: 'ws-checkout-app' }),
  ).toBeChecked();
  return rendered;
}

async function goToReview() {
  await press(/Next: Where to/);
  await press(/Next: What exactly/);
  await press(/Next: What it would do/);
  await screen.findByText(/Velero restores the backup/);
  await press(/Next: Why/);
  await heading(/Step 5/);
}

describe('the restore wizard', () => {
  afterEach(() => window.sessionStorage.clear());

  it('goes from a workspace and a point to a filed request', async () => {
    const file = jest.fn();
    const { restores } = renderPlugin('/dr/restores/new', {
      restores: { fileRestoreRequest: file },
    });
    file.mockImplementation(async () =>
      restores.getRestoreRequest(
        (await restores.getRestoreRequests({})).items[0].id,
      ),
    );

    await press(/Workspace/);
    await userEvent.click(
      await screen.findByRole('option', { name: /ws-checkout/ }),
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: /workspaces-daily-11,/ }),
    );
    expect(
      await screen.findByRole('checkbox', { name: 'ws-checkout-app' }),
    ).toBeChecked();
    await press(/Next: Where to/);

    await userEvent.click(
      await screen.findByRole('radio', { name: /New namespaces/ }),
    );
    await fill(/ws-checkout-app becomes/, 'ws-checkout-drill');
    await press(/Next: What exactly/);

    await fill(/Not these kinds/, 'secrets, pods');
    await press(/Next: What it would do/);

    expect(
      await screen.findByText(
        /into ws-checkout-drill\. 64 objects are created/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('appgear-dr-approvers')).toBeInTheDocument();
    await press(/Next: Why/);

    await fill(/Why this restore/, 'Checkout lost its orders at noon');
    expect(await code('As a command')).toContain(
      '--namespace-mappings ws-checkout-app:ws-checkout-drill',
    );
    expect(await code('As YAML')).toContain(
      'generateName: workspaces-daily-11-',
    );
    await press('File the request');

    await waitFor(() => expect(address()).toMatch(/\/dr\/restores\/[^/?]+$/));
    expect(file).toHaveBeenCalledWith(
      expect.objectContaining({
        cluster: 'prod-sp',
        reason: 'Checkout lost its orders at noon',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        spec: {
          backupName: 'workspaces-daily-11',
          includedNamespaces: ['ws-checkout-app'],
          excludedResources: ['secrets', 'pods'],
          namespaceMapping: { 'ws-checkout-app': 'ws-checkout-drill' },
        },
      }),
    );
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('says what a point is not worth, and lets none be chosen that Velero did not finish', async () => {
    renderPlugin('/dr/restores/new?workspace=ws-checkout&point=point-1');
    expect(
      await screen.findByText('This point does not hold everything.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('radio', { name: /workspaces-daily-6,/ }),
    ).toBeDisabled();
    expect(
      screen.getByRole('radio', { name: /workspaces-daily-1,/ }),
    ).toBeChecked();
  });

  it('does not go on without a point, and says so', async () => {
    renderPlugin('/dr/restores/new?workspace=ws-checkout');
    await press(/Next: Where to/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Choose a point to go back to.',
    );
    const steps = screen.getByRole('navigation', { name: 'Steps' });
    expect(
      within(steps).getByRole('button', { name: /Where to/ }),
    ).toBeDisabled();
  });

  it('moves the focus to the step, and loses nothing on the way back', async () => {
    await openFilledIn();
    await press(/Next: Where to/);
    expect(await heading(/Step 2 of 5: Where to/)).toHaveFocus();

    await userEvent.click(
      await screen.findByRole('radio', { name: /New namespaces/ }),
    );
    await press(/-restored/);
    await press(/Next: What exactly/);
    await fill(/labels/, 'app=web');
    await press('Back');
    expect(await field(/ws-checkout-app becomes/)).toHaveValue(
      'ws-checkout-app-restored',
    );
    await press('Back');
    await press(/Next: Where to/);
    await press(/Next: What exactly/);
    expect(await field(/labels/)).toHaveValue('app=web');
  });

  it('keeps the draft over a reload, until it is discarded', async () => {
    await openFilledIn();
    await press(/Next: Where to/);
    await press(/Next: What exactly/);
    await fill(/Give up/, '30m');
    const after = address();
    cleanup();

    renderPlugin(after);
    expect(await heading(/Step 3/)).toBeInTheDocument();
    expect(await field(/Give up/)).toHaveValue('30m');

    await press('Discard this draft');
    expect(await heading(/Step 1/)).toBeInTheDocument();
    await press(/Next: Where to/);
    await press(/Next: What exactly/);
    expect(await field(/Give up/)).toHaveValue('');
  });

  it('says what is wrong in its place, as the backend would', async () => {
    await openFilledIn();
    await press(/Next: Where to/);
    await press(/Next: What exactly/);
    await fill(/Give up/, '4 hours');
    expect(await field(/Give up/)).toHaveAccessibleDescription(
      /Write a length of time such as 4h/,
    );
    await press(/Next: What it would do/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'One thing is to be mended',
    );
  });

  it('leaves out fields that the target’s Velero does not have', async () => {
    await openFilledIn();
    await press(/Next: Where to/);
    await press(/Next: What exactly/);
    expect(await field(/Files at once/)).toBeInTheDocument();
    await press('Back');
    await userEvent.click(
      await screen.findByRole('radio', { name: /Another cluster/ }),
    );
    await press(/Cluster/);
    await userEvent.click(await screen.findByRole('option', { name: /dr-rj/ }));
    await press(/Next: What exactly/);
    expect(
      await screen.findByText(/Velero v1.13.0 on dr-rj/),
    ).toBeInTheDocument();
    expect(await field(/Give up/)).toBeInTheDocument();
    expect(
      screen.queryByRole('textbox', { name: /Files at once/ }),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['en', /Next: Where to/, /bucket, which the portal only reads/],
    ['pt-BR', /Avançar: Para onde/, /bucket, que o portal apenas lê/],
  ] as const)(
    'sends what only a bucket shows to another cluster, and says why (%s)',
    async (language, next, why) => {
      const key = { cluster: 'prod-sp', name: 'workspaces-daily-11' };
      const backup = await new FakeVelero().getBackup(key);
      await openFilledIn({
        language,
        api: { getBackup: async () => ({ ...backup, onlyInBucket: true }) },
      });
      await press(next);
      const places = await screen.findAllByRole('radio');
      await waitFor(() => expect(places[2]).toBeChecked());
      for (const place of places.slice(0, 2)) {
        expect(place).toBeDisabled();
        expect(place).toHaveAccessibleName(why);
      }
      expect(places[2]).toBeEnabled();
      expect(
        screen.getByText(/^(No cluster that answers|Nenhum cluster que)/),
      ).toBeInTheDocument();
    },
  );

  it('does not let one file what cannot succeed', async () => {
    await openFilledIn({
      restores: {
        previewRestore: async () => ({
          obstacles: [
            { message: 'nothing would be restored', hint: 'Use a mapping.' },
          ],
        }),
      },
    });
    await press(/Next: Where to/);
    await press(/Next: What exactly/);
    await press(/Next: What it would do/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /cannot succeed.*nothing would be restored.*What to do: Use a mapping/,
    );
    expect(screen.getByRole('button', { name: /Next: Why/ })).toBeDisabled();
  });

  it('says what stands in the way in the reader’s language', async () => {
    await openFilledIn({
      language: 'pt-BR',
      restores: {
        previewRestore: async () => ({
          obstacles: [
            says('gate.noModifier', { name: 'fix' }),
            { message: 'of a newer backend', key: 'gate.unheardOf' },
          ],
        }),
      },
    });
    await press(/Avançar: Para onde/);
    await press(/Avançar: O que exatamente/);
    await press(/Avançar: O que aconteceria/);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/fix não está no namespace do Velero/);
    expect(alert).toHaveTextContent(/O que fazer: Crie o ConfigMap/);
    expect(alert).toHaveTextContent(/of a newer backend/);
  });

  it('asks to look again when things have moved since', async () => {
    const fileRestoreRequest: RestoresApi['fileRestoreRequest'] = async () => {
      throw refusal(409, 'It has changed');
    };
    await openFilledIn({ restores: { fileRestoreRequest } });
    await goToReview();
    await fill(/Why this restore/, 'Lost at noon today');
    await press('File the request');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'has changed since you looked',
    );
    await press('Look again');
    expect(await heading(/Step 4/)).toBeInTheDocument();
    expect(await screen.findByText(/Velero restores/)).toBeInTheDocument();
  });

  it('asks for a look when something is changed after the preview', async () => {
    await openFilledIn();
    await goToReview();
    await press(/^What exactly/);
    await fill(/Only these kinds/, 'secrets');
    expect(
      screen.getByRole('button', { name: /Why, and file it$/ }),
    ).toBeDisabled();
  });

  it('restores without approval only for an incident, and knowingly', async () => {
    const breakGlass = jest.fn(async () => {
      throw refusal(503, 'Not now');
    });
    await openFilledIn({ restores: { breakGlass } });
    await goToReview();
    await press(/without approval/);
    expect(screen.getByRole('button', { name: 'Restore now' })).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: /at once/ }));
    await press('Restore now');
    expect(breakGlass).not.toHaveBeenCalled();
    expect(await field(/Incident/)).toHaveAccessibleDescription(
      /Name the incident/,
    );

    await fill(/Incident/, 'INC-7');
    await fill(/Why this restore/, 'Orders are lost');
    await press('Restore now');
    await waitFor(() =>
      expect(breakGlass).toHaveBeenCalledWith(
        expect.objectContaining({ incident: 'INC-7' }),
      ),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Not now');
  });

  it('offers no way round the approval to those who may not', async () => {
    await openFilledIn({
      restores: {
        getRights: async () => ({
          read: 'all',
          request: 'all',
          approve: 'none',
          breakGlass: 'none',
          audit: 'none',
        }),
      },
    });
    await goToReview();
    expect(
      screen.queryByRole('button', { name: /without approval/ }),
    ).not.toBeInTheDocument();
  });

  it('asks anew for what was asked before', async () => {
    const [old] = (await new FakeRestores().getRestoreRequests({})).items;
    renderPlugin(`/dr/restores/new?supersedes=${old.id}`);
    expect(await screen.findByText(/takes the place of/)).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'The open request' }),
    ).toHaveAttribute('href', `/dr/restores/${old.id}`);
  });

  it('speaks Portuguese', async () => {
    renderPlugin(LINK, { language: 'pt-BR' });
    const steps = await screen.findByRole('navigation', { name: 'Passos' });
    expect(
      within(steps).getByRole('button', { name: /O que trazer de volta/ }),
    ).toHaveAttribute('aria-current', 'step');
  });
});
