import { screen, within } from '@testing-library/react';
import { dockerHosts } from '../../../../dev/fake/topologyA';
import { refusal, renderPlugin } from '../../../__testUtils__/renderPlugin';

const TITLE = 'Docker hosts (topology A)';
const region = (name = TITLE) => screen.findByRole('region', { name });

describe('TopologyA', () => {
  it('says of each host that it is no disaster recovery', async () => {
    renderPlugin('/dr/overview');
    const section = await region();
    expect(section).toHaveTextContent('none of this counts as protection');
    expect(within(section).getAllByText('No disaster recovery')).toHaveLength(
      dockerHosts().length,
    );
  });

  it('shows when each backup was made, its size, and whether it was verified', async () => {
    renderPlugin('/dr/overview');
    const list = within(await region()).getByRole('list', {
      name: 'Backups of demo-docker',
    });
    const [newest, older] = within(list).getAllByRole('listitem');
    expect(newest).toHaveTextContent(/5 hours ago · 260\.3 MB.*Not verified/);
    expect(older).toHaveTextContent(/1 day ago.*Files verified 1 day ago/);
  });

  it('says what is wrong, beside what was known before', async () => {
    renderPlugin('/dr/overview');
    const section = await region();
    expect(section).toHaveTextContent('The host does not answer in time.');
    expect(section).toHaveTextContent('The last run failed 3 days ago');
    expect(section).toHaveTextContent('Stale: the newest backup is too old');
    expect(section).toHaveTextContent(/Damaged, found 8 days ago/);
    expect(section).toHaveTextContent('Manifest read 2 days ago');
  });

  it('says of a host without a backup that it has none', async () => {
    const [host] = dockerHosts();
    renderPlugin('/dr/overview', {
      api: {
        getTopologyA: async () => [
          { ...host, isStale: true, backups: [], total: 0 },
        ],
      },
    });
    expect(await region()).toHaveTextContent('There is no backup');
  });

  it('is not there where no host is configured', async () => {
    renderPlugin('/dr/overview', { api: { getTopologyA: async () => [] } });
    await region('Storage locations');
    expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
  });

  it('says so when it cannot be asked, and leaves the rest of the page', async () => {
    renderPlugin('/dr/overview', {
      api: { getTopologyA: () => Promise.reject(refusal(502, 'Bad gateway')) },
    });
    expect(await region()).toHaveTextContent('Bad gateway');
    expect(await region('Clusters')).toBeInTheDocument();
  });

  it('speaks Portuguese', async () => {
    renderPlugin('/dr/overview', { language: 'pt-BR' });
    const section = await region('Hosts Docker (topologia A)');
    expect(section).toHaveTextContent('nada disto conta como proteção');
    expect(section).toHaveTextContent(/260,3 MB/);
    expect(section).toHaveTextContent('O host não responde a tempo.');
    expect(section).toHaveTextContent('Veja se ele está no ar');
  });
});
