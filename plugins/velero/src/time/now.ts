import { useSyncExternalStore } from 'react';

/** Ages are told to ten seconds at the finest. */
const TICK_MS = 10_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

// One clock for all ages on the page, which stands while nobody looks at it.
function subscribe(listener: () => void) {
  listeners.add(listener);
  if (!timer) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      listeners.forEach(each => each());
    }, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time in ms since the epoch; renders again every ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
