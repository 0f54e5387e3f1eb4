import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FreshnessBanners } from './FreshnessBanners';

const stale = (cluster: string) => ({
  cluster,
  state: 'stale' as const,
  asOf: new Date(Date.now() - 120_000).toISOString(),
});

describe('FreshnessBanners', () => {
  it('tells apart what is old, what is missing and what is on its way', () => {
    renderInTestApp(
      <FreshnessBanners
        freshness={[
          { cluster: 'a', state: 'live' },
          stale('b'),
          { cluster: 'c', state: 'unreachable' },
          { cluster: 'd', state: 'connecting' },
        ]}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      /b does not answer.*2 minutes ago.*c has never answered.*d is being read/,
    );
    expect(screen.queryByText(/\ba /)).not.toBeInTheDocument();
  });

  it('stays small when many clusters are gone, and still names each', () => {
    renderInTestApp(
      <FreshnessBanners freshness={['a', 'b', 'c', 'd'].map(stale)} />,
    );
    expect(
      screen.getByText('4 clusters are not up to date'),
    ).toBeInTheDocument();
    const lines = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(lines).toHaveLength(4);
    expect(lines[3]).toHaveTextContent('d does not answer');
  });
});
