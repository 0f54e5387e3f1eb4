import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { FakeVelero } from '../../../dev/fake/FakeVelero';
import {
  address,
  FakeSignals,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const region = (name: string) => screen.findByRole('region', { name });

function openWith(
  overview: Overview,
  options: { language?: 'en' | 'pt-BR' } = {},
) {
  renderPlugin('/dr/overview', {
    ...options,
    api: { getOverview: async () => overview },
  });
}

describe('OverviewPage', () => {
  it('is what the plugin’s page opens with', async () => {
    renderPlugin('/dr');
    expect(
      await screen.findByRole('tab', { name: 'Overview', selected: true }),
    ).toBeInTheDocument();
    await waitFor(() => expect(address()).toBe('/dr/overview'));
    expect(
      screen.getByRole('heading', { level: 1, name: 'Disaster recovery' }),
    ).toBeInTheDocument();
  });

  it('says first what needs a person, and why', async () => {
    renderPlugin('/dr/overview');
    const attention = within(await region('Needs attention'));
    const lines = attention.getAllByRole('listitem');

    expect(lines[0]).toHaveTextContent(
      /Stand-in Rio de Janeiro does not answer; last heard from 14 minutes ago.*Nothing accepts connections.*Check that the API server runs/,
    );
    expect(lines[1]).toHaveTextContent('Velero is not installed on Staging');
    expect(lines[2]).toHaveTextContent('2 workspaces are in no backup at all');
    expect(lines[3]).toHaveTextContent('Storage ceph-local');
    expect(lines[4]).toHaveTextContent(/core-infra-daily.*Stalled.*InProgress/);
  });

  it('says what a newer backend says in words that this one does not know', async () => {
    const overview = await new FakeVelero().getOverview();
    const [, stale] = overview.clusters;
    const key = 'cluster.notYetThoughtOf';
    const problems = [{ message: 'It is on the moon.', key, params: {} }];
    openWith(
      {
        ...overview,
        clusters: [{ ...stale, problems }],
      },
      { language: 'pt-BR' },
    );
    expect(await region('Precisa de atenção')).toHaveTextContent(
      'It is on the moon.',
    );
  });

  it('says that Velero’s queue is stuck, and how to mend it', async () => {
    const overview = await new FakeVelero().getOverview();
    const [cluster] = overview.clusters;
    const stuckQueue = { since: '2026-03-01T11:30:00.000Z', waiting: 7 };
    openWith({
      ...overview,
      clusters: [{ ...cluster, stuckQueue }],
    });
    const attention = within(await region('Needs attention'));
    expect(attention.getAllByRole('listitem')[1]).toHaveTextContent(
      /Velero’s queue on Production São Paulo is stuck: 7 backups wait.*since Mar 1, 2026.*kubectl -n velero rollout restart deployment\/velero/,
    );
    expect(
      attention.getByRole('link', { name: /7 backups wait/ }),
    ).toHaveAttribute('href', '/dr/backups?cluster=prod-sp&phase=Queued');
  });

  it('shows a bucket that the portal reads by itself, and what only it knows', async () => {
    const overview = await new FakeVelero().getOverview();
    openWith({
      ...overview,
      clusters: [],
      buckets: [
        {
          cluster: 'bucket-sp',
          title: 'Bucket of São Paulo',
          bucket: 'dr',
          prefix: 'prod',
          state: 'live',
          problems: [],
          counts: { backups: 40, onlyHere: 12, lostNamespaces: 1 },
        },
        {
          cluster: 'bucket-rj',
          title: 'Bucket of Rio',
          bucket: 'dr-rj',
          state: 'live',
          problems: [],
          counts: { backups: 7, onlyHere: 0, lostNamespaces: 0 },
        },
      ],
    });
    const clusters = within(await region('Clusters'));
    expect(
      clusters.getByRole('heading', { name: 'Bucket of São Paulo' }),
    ).toBeInTheDocument();
    expect(clusters.getByText(/what lies in dr\/prod is known/)).toBeVisible();
    expect(clusters.getByText(/No backup is only here/)).toBeVisible();
    expect(
      clusters.queryByRole('link', { name: 'No backup is only here' }),
    ).not.toBeInTheDocument();
    expect(
      clusters.getByRole('link', { name: '12 backups are only here' }),
    ).toHaveAttribute('href', '/dr/backups?cluster=bucket-sp');
    expect(
      clusters.getByRole('link', {
        name: '1 namespace is in no cluster that answers',
      }),
    ).toHaveAttribute('href', '/dr/workspaces?cluster=bucket-sp');
  });

  it('says through which clusters nothing can be read', async () => {
    const overview = await new FakeVelero().getOverview();
    const protection = { ...overview.protection!, evidencePaused: ['prod-sp'] };
    renderPlugin('/dr/overview', {
      api: { getOverview: async () => ({ ...overview, protection }) },
    });
    const unsafe = within(await region('Who is not safe, and why'));
    expect(
      unsafe.getByText(
        /3 backups are still to be read.*Nothing can be read through Production São Paulo at present/,
      ),
    ).toBeInTheDocument();
  });

  it('says so when nothing needs a person', async () => {
    const overview = await new FakeVelero().getOverview();
    openWith({
      ...overview,
      clusters: overview.clusters.slice(0, 1),
      workspaces: { total: 1, enabled: 1, withoutBackup: 0 },
      storageLocations: [],
      troubled: [],
    });
    expect(
      within(await region('Needs attention')).getByText(/^Nothing needs/),
    ).toBeInTheDocument();
  });

  it('shows each cluster with its state in words, and its age', async () => {
    renderPlugin('/dr/overview');
    const clusters = within(await region('Clusters')).getAllByRole('listitem');

    expect(clusters[0]).toHaveTextContent(
      /Production São Paulo.*Live.*v1.18.2/,
    );
    expect(clusters[1]).toHaveTextContent(
      /Does not answer.*As of .*14 minutes/,
    );
    expect(clusters[2]).toHaveTextContent('Velero is not installed');
  });

  it('leads from a count to what it counts', async () => {
    renderPlugin('/dr/overview');
    await userEvent.click(await screen.findByRole('link', { name: 'Stalled' }));
    await waitFor(() =>
      expect(address()).toBe('/dr/schedules?condition=stalled'),
    );
  });

  it('tells what is withheld from what is not there', async () => {
    const overview = await new FakeVelero().getOverview();
    openWith({
      ...overview,
      clusters: [],
      storageLocations: [],
      withheld: ['clusters', 'backups'],
    });
    expect(await region('Clusters')).toHaveTextContent('You may not see this');
    expect(await region('Storage locations')).toHaveTextContent(
      'There is no storage location to show',
    );
    expect(
      screen.queryByText('Backups started in the last 24 hours'),
    ).not.toBeInTheDocument();
  });

  it('asks again when a signal says that something changed', async () => {
    const signals = new FakeSignals();
    const overview = await new FakeVelero().getOverview();
    const getOverview = jest.fn(async () => overview);
    renderPlugin('/dr/overview', { signals, api: { getOverview } });
    expect(await screen.findByText('Production São Paulo')).toBeInTheDocument();

    getOverview.mockResolvedValue({
      ...overview,
      clusters: overview.clusters.map(cluster => ({
        ...cluster,
        title: `${cluster.title} II`,
      })),
    });
    signals.send({ version: 2, clusters: ['prod-sp'] });
    expect(
      await screen.findByText('Production São Paulo II'),
    ).toBeInTheDocument();
    expect(getOverview).toHaveBeenCalledTimes(2);
  });

  it('shows that it is loading', async () => {
    renderPlugin('/dr/overview', {
      api: { getOverview: () => new Promise(() => {}) },
    });
    expect(await screen.findByText('Loading…')).toBeInTheDocument();
  });

  it('tells a reader without the permission, and shows nothing', async () => {
    renderPlugin('/dr/overview', {
      api: { getOverview: () => Promise.reject(refusal(403)) },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByText('Clusters')).not.toBeInTheDocument();
  });

  it('says why it failed, and tries again when asked to', async () => {
    const getOverview = jest
      .fn<ReturnType<FakeVelero['getOverview']>, []>()
      .mockRejectedValueOnce(refusal(503, 'The database does not answer.'))
      .mockImplementation(() => new FakeVelero().getOverview());
    renderPlugin('/dr/overview', { api: { getOverview } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await region('Clusters')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what it shows when it cannot be refreshed, and says so', async () => {
    const signals = new FakeSignals();
    const overview = await new FakeVelero().getOverview();
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(overview)
      .mockRejectedValue(refusal(502, 'Bad gateway'));
    renderPlugin('/dr/overview', { signals, api: { getOverview } });
    await region('Clusters');
    signals.send({ version: 2, clusters: [] });

    expect(
      await screen.findByText('What you see could not be refreshed'),
    ).toBeInTheDocument();
    expect(screen.getByText('Production São Paulo')).toBeInTheDocument();
  });

  it('speaks Portuguese, header, ages and the backend’s sentences included', async () => {
    renderPlugin('/dr/overview', { language: 'pt-BR' });
    const attention = await region('Precisa de atenção');

    expect(attention).toHaveTextContent(
      'Nada aceita conexões no endereço do servidor da API.',
    );
    expect(attention).toHaveTextContent(
      'Confira se o servidor da API está no ar',
    );

    expect(attention).toHaveTextContent('último contato há 14 minutos');
    expect(attention).toHaveTextContent(
      '2 workspaces não estão em nenhum backup',
    );
    expect(
      screen.getByRole('tab', { name: 'Visão geral', selected: true }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Recuperação de desastres' }),
    ).toBeInTheDocument();
  });
});
