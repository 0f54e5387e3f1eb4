import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Coverage,
  CoverageBody,
} from '@appgear/backstage-plugin-velero-common';
import { veleroApiRef } from '../../../api';

/** @see useSimulation */
export interface Simulation {
  isRunning: boolean;
  /** Of the last manifest that could be tried. */
  coverage?: Coverage;
  /** Why the last one could not. */
  error?: Error;
  run(body: CoverageBody): void;
}

/** Tries manifests, one at a time: a newer one takes the place of an older. */
export function useSimulation(): Simulation {
  const api = useApi(veleroApiRef);
  const [state, setState] = useState<Omit<Simulation, 'run'>>({
    isRunning: false,
  });
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (body: CoverageBody) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      setState(({ coverage }) => ({ isRunning: true, coverage }));
      const next = await api.simulateCoverage(body, { signal }).then(
        coverage => ({ coverage }),
        (error: Error) => ({ error }),
      );
      if (!signal.aborted) {
        setState({ isRunning: false, ...next });
      }
    },
    [api],
  );
  return { ...state, run };
}
