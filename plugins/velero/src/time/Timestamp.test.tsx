import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Timestamp } from './Timestamp';

describe('Timestamp', () => {
  afterEach(() => jest.useRealTimers());

  it('tells the age, has UTC at hand, and grows older', async () => {
    jest.useFakeTimers({ now: new Date('2026-03-12T17:02:11Z') });
    renderInTestApp(<Timestamp at="2026-03-12T16:32:11Z" />);
    const time = screen.getByRole('time');

    expect(time).toHaveTextContent('30 minutes ago');
    expect(time).toHaveAttribute('datetime', '2026-03-12T16:32:11.000Z');
    expect(time.title).toContain('2026-03-12T16:32:11.000Z');

    act(() => jest.advanceTimersByTime(5 * 60_000));
    expect(time).toHaveTextContent('35 minutes ago');
  });

  it('passes on what is no time', () => {
    renderInTestApp(<Timestamp at="<never>" />);
    expect(screen.getByText('<never>')).toBeInTheDocument();
  });
});
