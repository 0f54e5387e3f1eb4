import { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { FakeSignals } from '../__testUtils__/renderPlugin';
import { useChangeSignal } from './useChangeSignal';

const MINUTE = 60_000;

function listen(signals?: FakeSignals) {
  const onChange = jest.fn();
  renderHook(() => useChangeSignal(onChange), {
    wrapper: (props: { children: ReactNode }) => (
      <TestApiProvider<any[]> apis={signals ? [[signalApiRef, signals]] : []}>
        {props.children}
      </TestApiProvider>
    ),
  });
  return onChange;
}

function setHidden(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('useChangeSignal', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is told by each signal, at once', () => {
    const signals = new FakeSignals();
    const onChange = listen(signals);
    act(() => signals.send({ version: 1, clusters: [] }));
    act(() => signals.send({ version: 1, clusters: [] }));
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('polls often without signals, and seldom with them', () => {
    const without = listen();
    const withSignals = listen(new FakeSignals());
    jest.advanceTimersByTime(MINUTE);
    expect(without).toHaveBeenCalledTimes(6);
    expect(withSignals).toHaveBeenCalledTimes(1);
  });

  it('rests while nobody looks, and catches up', () => {
    const signals = new FakeSignals();
    const onChange = listen(signals);
    setHidden(true);
    act(() => signals.send({ version: 1, clusters: [] }));
    jest.advanceTimersByTime(10 * MINUTE);
    expect(onChange).not.toHaveBeenCalled();

    setHidden(false);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
