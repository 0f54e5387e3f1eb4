import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeVelero } from '../../dev/fake/FakeVelero';
import { address, renderPlugin } from '../__testUtils__/renderPlugin';

const region = (name: string) => screen.findByRole('region', { name });

describe('protection', () => {
  it('comes first on the overview: the worst first, with the reason', async () => {
    renderPlugin('/dr/overview');
    const unsafe = await region('Who is not safe, and why');
    const attention = await region('Needs attention');
    expect(unsafe.compareDocumentPosition(attention)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const names = within(unsafe)
      .getAllByRole('link', { name: /^ws-/ })
      .map(({ textContent }) => textContent);
    expect(names[0]).toBe('ws-mobile-bff');
    expect(names).not.toContain('ws-payments');
    expect(unsafe).toHaveTextContent(
      /ws-pricing.*Not protected.*No usable backup takes it in.*What to do: let a schedule/,
    );
    expect(unsafe).toHaveTextContent(
      '3 backups are still to be read. What lies in ceph-local waits',
    );
  });

  it('leads from a count to the workspaces of that verdict', async () => {
    renderPlugin('/dr/overview');
    const unsafe = within(await region('Who is not safe, and why'));
    await userEvent.click(unsafe.getByRole('link', { name: 'In part' }));
    await waitFor(() =>
      expect(address()).toBe('/dr/workspaces?verdict=partial'),
    );
    const table = await screen.findByRole('grid', { name: 'Workspaces' });
    await waitFor(() =>
      expect(within(table).getAllByRole('rowheader')).toHaveLength(1),
    );
    expect(table).toHaveTextContent(/ws-checkout.*In part/);
  });

  it('claims no safety that was not assessed', async () => {
    const overview = await new FakeVelero().getOverview();
    renderPlugin('/dr/overview', {
      api: {
        getOverview: async () => ({ ...overview, protection: undefined }),
      },
    });
    await region('Needs attention');
    expect(screen.queryByText(/not safe/)).not.toBeInTheDocument();
    expect(screen.queryByText(/proven to be/)).not.toBeInTheDocument();
  });

  it('tells the age of the proven point against the target in the list', async () => {
    renderPlugin('/dr/workspaces');
    const table = within(
      await screen.findByRole('grid', { name: 'Workspaces' }),
    );
    expect(table.getByRole('row', { name: /ws-payments/ })).toHaveTextContent(
      /Protected.*3 hours.*Target: 24 hours/,
    );
    expect(table.getByRole('row', { name: /ws-pricing/ })).toHaveTextContent(
      /Not protected.*No proven point/,
    );
  });

  it('opens a workspace with the loss, the reasons, and what is missing', async () => {
    renderPlugin('/dr/workspaces/ws-checkout');
    const loss = await region('If the cluster died now');
    expect(loss).toHaveTextContent(/you would lose what changed in the last 3/);
    expect(loss).toHaveTextContent(/VerdictIn part.*Backup labelWants backup/);
    expect(loss).toHaveTextContent(/does not hold 3 Secret, 1 ConfigMap/);
    expect(
      within(loss).getByRole('link', { name: 'workspaces-daily-1' }),
    ).toHaveAttribute('href', '/dr/backups/prod-sp/workspaces-daily-1');

    const missing = await region('What is missing now');
    expect(missing).toHaveTextContent(/ws-checkout-app.*3 Secret, 1 ConfigMap/);
  });

  it('lists the points with what each is worth, and how that is known', async () => {
    renderPlugin('/dr/workspaces/ws-checkout');
    const points = within(
      await screen.findByRole('grid', { name: 'Recovery points' }),
    );
    const row = (name: RegExp) => points.getByRole('row', { name });
    expect(row(/^workspaces-daily-1(?!\d)/)).toHaveTextContent(/In part/);
    expect(row(/workspaces-daily-6/)).toHaveTextContent(
      /Nothing to go back to.*Velero did not finish it.*Not known/,
    );
    expect(row(/workspaces-daily-11/)).toHaveTextContent(
      /Holds everything.*prod-sp \(inferred\)/,
    );
  });

  it('warns of the last proven point that expires', async () => {
    renderPlugin('/dr/workspaces/ws-catalog');
    expect(
      await screen.findByText('What may soon be wrong'),
    ).toBeInTheDocument();
    expect(screen.getByText(/and no newer one is proven/)).toHaveTextContent(
      'workspaces-daily-11',
    );
  });

  it('says that a workspace was not assessed yet', async () => {
    const workspace = await new FakeVelero().getWorkspace('ws-checkout');
    renderPlugin('/dr/workspaces/ws-checkout', {
      api: {
        getWorkspace: async () => ({ ...workspace, protection: undefined }),
      },
    });
    expect(await region('If the cluster died now')).toHaveTextContent(
      'Not assessed yet',
    );
  });

  it('shows what a backup really holds, and where volumes lie', async () => {
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1');
    const contents = within(
      await screen.findByRole('grid', { name: 'What it really holds' }),
    );
    expect(
      contents.getByRole('row', { name: /ws-checkout-app/ }),
    ).toHaveTextContent(
      /4 Deployment.*data-0 \(in the storage\), cache-0 \(only in a snapshot.*scratch \(skipped: not in the policy\).*1 error/,
    );
    expect(
      contents.getByRole('row', { name: /Of no namespace/ }),
    ).toHaveTextContent('2 PersistentVolume');
  });

  it('tells points of what is gone from points of nothing', async () => {
    const points = await new FakeVelero().getRecoveryPoints('ws-checkout', {});
    const [{ namespaces, ...point }] = points.items;
    const emptied = (held: number) => ({
      ...point,
      id: `held-${held}`,
      grade: 'empty' as const,
      namespaces: [{ ...namespaces[0], grade: 'empty' as const, held }],
    });
    renderPlugin('/dr/workspaces/ws-checkout', {
      api: {
        getRecoveryPoints: async () => ({
          ...points,
          items: [emptied(1200), emptied(0)],
          total: 2,
        }),
      },
    });
    const table = await screen.findByRole('grid', { name: 'Recovery points' });
    const [, gone, nothing] = within(table).getAllByRole('row');
    expect(gone).toHaveTextContent(
      /Nothing of what lives there now.*But 1,200 objects that are gone/,
    );
    expect(nothing).not.toHaveTextContent('But');
  });

  it('tells contents that are not known from nothing', async () => {
    const contents = await new FakeVelero().getBackupContents();
    renderPlugin('/dr/backups/prod-sp/workspaces-daily-1', {
      api: {
        getBackupContents: async () => ({
          ...contents,
          evidence: { state: 'unknown', failure: 'truncated' },
          namespaces: [],
          total: 0,
        }),
      },
    });
    const section = await region('What it really holds');
    await waitFor(() =>
      expect(section).toHaveTextContent('the file ends in the middle'),
    );
    expect(section).not.toHaveTextContent('It holds nothing');
  });

  it('speaks Portuguese', async () => {
    renderPlugin('/dr/workspaces/ws-pricing', { language: 'pt-BR' });
    const loss = await region('Se o cluster morresse agora');
    expect(loss).toHaveTextContent(
      /tudo neste workspace seria perdido.*Nenhum backup utilizável o inclui.*O que fazer: faça um agendamento incluí-lo/,
    );
  });
});
