import { useState } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PointTimeline, PointTimelineProps, TimelinePoint } from '.';

const DAY_MS = 86_400_000;

const POINTS: TimelinePoint[] = [
  { backup: 'daily-3', daysAgo: 0.5, grade: 'partial' as const },
  { backup: 'daily-2', daysAgo: 1, grade: undefined },
  { backup: 'daily-1', daysAgo: 2, grade: 'complete' as const },
].map(({ backup, daysAgo, grade }) => ({
  id: backup,
  cluster: 'prod-sp',
  backup,
  takenAt: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
  grade,
}));

function render(options: Partial<PointTimelineProps<TimelinePoint>> = {}) {
  const chosen: string[] = [];
  function Chooser() {
    const [selected, setSelected] = useState<string>();
    return (
      <PointTimeline
        label="Points"
        points={POINTS}
        selected={selected}
        onSelect={({ id }) => {
          chosen.push(id);
          setSelected(id);
        }}
        {...options}
      />
    );
  }
  renderInTestApp(<Chooser />);
  return chosen;
}

describe('PointTimeline', () => {
  it('names each point with its time and verdict, the oldest first', () => {
    render();
    expect(screen.getByRole('group', { name: 'Points' })).toBeInTheDocument();
    const names = screen
      .getAllByRole('radio')
      .map(radio => radio.getAttribute('aria-label'));
    expect(names).toEqual([
      expect.stringMatching(/^daily-1, .*: Holds everything$/),
      expect.stringMatching(/^daily-2, .*: Nothing to go back to$/),
      expect.stringMatching(/^daily-3, .*: In part$/),
    ]);
  });

  it('tells of the point that was chosen', async () => {
    const chosen = render();
    expect(screen.queryByText('daily-1')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: /daily-1/ }));
    expect(chosen).toEqual(['daily-1']);
    expect(screen.getByText('daily-1').closest('p')).toHaveTextContent(
      /2 days ago.*Holds everything/,
    );
  });

  it('goes through the points by the arrow keys, in time', async () => {
    const chosen = render();
    await userEvent.click(screen.getByRole('radio', { name: /daily-1/ }));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(chosen).toEqual(['daily-1', 'daily-2', 'daily-3']);
    expect(screen.getByRole('radio', { name: /daily-3/ })).toHaveFocus();
  });

  it('lets no point be chosen that may not', async () => {
    const chosen = render({ isDisabled: ({ grade }) => !grade });
    const none = screen.getByRole('radio', { name: /daily-2/ });
    expect(none).toBeDisabled();
    await userEvent.click(none);
    expect(chosen).toEqual([]);
  });

  it('says what the shade means, where there is a target', () => {
    render({ targetSeconds: 86_400 });
    expect(
      screen.getByText('Shaded: within the target of 24 hours'),
    ).toBeInTheDocument();
  });
});
