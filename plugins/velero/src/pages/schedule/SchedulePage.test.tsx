import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import {
  address,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const region = (name: string) => screen.findByRole('region', { name });
const PLACE = { cluster: 'prod-sp', name: 'workspaces-daily' };
const PATH = '/dr/schedules/prod-sp/workspaces-daily';

describe('SchedulePage', () => {
  it('opens from the list, and leads to its backups', async () => {
    renderPlugin('/dr/schedules');
    const list = within(await screen.findByRole('grid', { name: 'Schedules' }));
    await userEvent.click(list.getByRole('link', { name: 'workspaces-daily' }));
    await waitFor(() => expect(address()).toBe(PATH));
    expect(
      within(await region('How it fares')).getByRole('link', {
        name: 'Its backups',
      }),
    ).toHaveAttribute(
      'href',
      '/dr/backups?schedule=workspaces-daily&cluster=prod-sp',
    );
  });

  it('tells the last attempt from the last proven success', async () => {
    renderPlugin(PATH);
    const facts = await region('How it fares');
    await waitFor(() =>
      expect(facts).toHaveTextContent(
        /Last attemptworkspaces-daily-1 .*Completed.*Last proven successworkspaces-daily-11 2 days ago/,
      ),
    );
    expect(await region('What is wrong with it')).toHaveTextContent(
      /newest backup, workspaces-daily-1 .* is not proven.*What to do: widen/,
    );
  });

  it('names the sibling that it is stalled behind', async () => {
    renderPlugin('/dr/schedules/prod-sp/core-infra-daily');
    const why = await region('What is wrong with it');
    await waitFor(() =>
      expect(why).toHaveTextContent(
        /core-infra-daily-2 is InProgress and does not end.*3 runs were skipped/,
      ),
    );
    expect(
      within(why).getByRole('link', { name: 'core-infra-daily-2' }),
    ).toHaveAttribute('href', '/dr/backups/prod-sp/core-infra-daily-2');
  });

  it('shows what it will hold of each namespace, and what it misses', async () => {
    renderPlugin(PATH);
    const table = within(
      await screen.findByRole('grid', { name: 'What it will hold' }),
    );
    expect(
      table.getByRole('row', { name: /ws-checkout-app/ }),
    ).toHaveTextContent(
      /A part.*22 of 26.*3 Secret, 1 ConfigMap: it lacks the label itself.*data-0 \(only in a snapshot/,
    );
    expect(
      table.getByRole('row', { name: /ws-payments-app/ }),
    ).toHaveTextContent(/Everything.*31 of 31/);
  });

  it('looks at one workspace, by a choice that a link keeps', async () => {
    renderPlugin(`${PATH}?workspace=ws-checkout`);
    const table = within(
      await screen.findByRole('grid', { name: 'What it will hold' }),
    );
    expect(table.getAllByRole('rowheader')).toHaveLength(1);
    const choice = screen.getByRole('button', {
      name: /ws-checkout Workspace/,
    });
    await userEvent.click(choice);
    await userEvent.click(
      await screen.findByRole('option', { name: 'ws-payments' }),
    );
    await waitFor(() =>
      expect(address()).toBe(`${PATH}?workspace=ws-payments`),
    );
    expect(
      await screen.findByRole('row', { name: /ws-payments-app/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('row', { name: /ws-checkout-app/ }),
    ).not.toBeInTheDocument();
  });

  it('tries a manifest again for the workspace that is chosen', async () => {
    renderPlugin('/dr/schedules/simulate');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Manifest/ }),
      'kind: Schedule labelSelector',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
    await screen.findByRole('row', { name: /ws-checkout-app/ });
    await userEvent.click(
      screen.getByRole('button', { name: /All workspaces Workspace/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'ws-pricing' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('row', { name: /ws-checkout-app/ }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('row', { name: /ws-pricing-app/ }),
    ).toBeInTheDocument();
    expect(address()).toContain('?workspace=ws-pricing');
  });

  it('offers the change as a diff to copy, or says that it could not be', async () => {
    const user = userEvent.setup();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValueOnce()
      .mockRejectedValueOnce(new Error('Not allowed'));
    renderPlugin(PATH);
    const diff = await screen.findByRole('region', {
      name: 'The change as a diff',
    });
    expect(diff).toHaveTextContent('- labelSelector:');
    await user.click(screen.getByRole('button', { name: 'Copy the diff' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    const { patch } = await new FakeVelero().getScheduleCoverage(PLACE);
    expect(write).toHaveBeenCalledWith(patch?.diff);

    await user.click(screen.getByRole('button', { name: 'Copy the diff' }));
    expect(await screen.findByText(/Could not be copied/)).toBeInTheDocument();
  });

  it.each([
    ['notAllowed' as const, /it would name namespaces of others/],
    ['tooLarge' as const, /Too much lives in the cluster/],
    [undefined, /no change of the schedule would hold more/],
  ])('says why there is no change: %s', async (patchWithheld, words) => {
    const coverage = await new FakeVelero().getScheduleCoverage(PLACE);
    renderPlugin(PATH, {
      api: {
        getScheduleCoverage: async () => ({
          ...coverage,
          patch: undefined,
          patchWithheld,
        }),
      },
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Copy the diff' }),
    ).not.toBeInTheDocument();
  });

  it('claims nothing when its coverage cannot be had', async () => {
    renderPlugin('/dr/schedules/prod-sp/search-weekly', {
      api: {
        getScheduleCoverage: () => Promise.reject(refusal(503, 'Too busy')),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Too busy');
    const why = await region('What is wrong with it');
    expect(why).toHaveTextContent('It is paused: no run will happen.');
    expect(why).not.toHaveTextContent('Nothing is known to be wrong');
  });

  it('tries the manifest as somebody would change it', async () => {
    renderPlugin(PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit and try' }),
    );
    const text = screen.getByRole('textbox', { name: /Manifest/ });
    expect(text).toHaveValue(
      (await new FakeVelero().getScheduleCoverage(PLACE)).manifest,
    );
    await userEvent.clear(text);
    await userEvent.type(text, 'kind: Schedule');
    await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
    expect(
      await screen.findByText(
        'There is nothing to change: it holds everything.',
      ),
    ).toBeInTheDocument();
  });

  it('speaks Portuguese', async () => {
    renderPlugin(PATH, { language: 'pt-BR' });
    expect(await screen.findByText('O que mudar')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Editar e experimentar' }),
    ).toBeInTheDocument();
  });
});

describe('NewSchedulePage', () => {
  const paste = async (text: string) => {
    const field = await screen.findByRole('textbox', { name: /Manifest/ });
    await userEvent.click(field);
    await userEvent.paste(text);
    await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
  };

  it('is reached from the list, and tries what was pasted on a cluster', async () => {
    const bodies: unknown[] = [];
    const fake = new FakeVelero();
    renderPlugin('/dr/schedules', {
      api: {
        simulateCoverage: async body => {
          bodies.push(body);
          return fake.simulateCoverage(body);
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('link', { name: 'Try a new schedule' }),
    );
    await waitFor(() => expect(address()).toBe('/dr/schedules/simulate'));
    const manifest =
      'kind: Schedule\nspec: { template: { labelSelector: {} } }';
    await paste(manifest);
    expect(
      await screen.findByRole('region', { name: 'The change as a diff' }),
    ).toBeInTheDocument();
    expect(bodies).toEqual([{ cluster: 'prod-sp', schedule: manifest }]);
  });

  it('says what is wrong with the text', async () => {
    renderPlugin('/dr/schedules/simulate');
    await paste('kind: Pod');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /cannot be tried.*one manifest of kind Schedule/,
    );
  });
});
