import { useEffect } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  VELERO_SIGNAL_CHANNEL,
  VeleroSignal,
} from '@appgear/backstage-plugin-velero-common';

/** Signals tell of changes; a slow poll covers a lost connection. */
const POLL_WITH_SIGNALS_MS = 60_000;
const POLL_WITHOUT_SIGNALS_MS = 10_000;

/**
 * Calls back when the fleet changed: told by a signal, or by the clock where
 * the portal has none. A tab nobody looks at rests, and catches up when it
 * is seen again.
 *
 * @param onChange - must keep its identity
 */
export function useChangeSignal(onChange: () => void): void {
  const { lastSignal, isSignalsAvailable } = useSignal<VeleroSignal>(
    VELERO_SIGNAL_CHANNEL,
  );

  useEffect(() => {
    if (lastSignal && !document.hidden) {
      onChange();
    }
  }, [lastSignal, onChange]);

  useEffect(() => {
    const onTime = () => document.hidden || onChange();
    const timer = setInterval(
      onTime,
      isSignalsAvailable ? POLL_WITH_SIGNALS_MS : POLL_WITHOUT_SIGNALS_MS,
    );
    document.addEventListener('visibilitychange', onTime);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onTime);
    };
  }, [isSignalsAvailable, onChange]);
}
