import { useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { JsonArray } from '@backstage/types';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { VeleroSignal } from '@appgear/backstage-plugin-velero-common';
import { FakeVelero } from '../../dev/fake/FakeVelero';
import { FakeRestores } from '../../dev/fake/restoreRequestsGate';
import { RestoresApi, restoresApiRef, VeleroApi, veleroApiRef } from '../api';
import veleroPlugin from '../index';

/** Sends signals to whoever subscribed. */
export class FakeSignals {
  readonly #listeners = new Set<(message: any) => void>();

  subscribe(_channel: string, onMessage: (message: any) => void) {
    this.#listeners.add(onMessage);
    return { unsubscribe: () => this.#listeners.delete(onMessage) };
  }

  send(signal: VeleroSignal) {
    this.#listeners.forEach(listener => listener(signal));
  }
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** The address that the browser would show. */
export function address(): string {
  return screen.getByRole('status', { name: 'address' }).textContent ?? '';
}

/** The whole plugin in an app, on a fake backend, at an address. */
export function renderPlugin(
  at: string,
  options: {
    /** What the backend does differently from the fake fleet. */
    api?: Partial<VeleroApi>;
    /** What the gate does differently from the fake one. */
    restores?: Partial<RestoresApi>;
    language?: 'en' | 'pt-BR';
    signals?: FakeSignals;
    /** Entries of `app.extensions`. */
    extensions?: JsonArray;
  } = {},
) {
  const { language = 'en', signals } = options;
  // The app keeps the language of an earlier test there.
  window.localStorage.clear();
  const api = Object.assign(new FakeVelero(), options.api);
  const restores = Object.assign(new FakeRestores(), options.restores);
  renderTestApp({
    features: [veleroPlugin],
    extensions: [
      AppRootElementBlueprint.make({
        name: 'address',
        params: { element: <Address /> },
      }),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [at],
    apis: [
      [veleroApiRef, api],
      [restoresApiRef, restores],
      ...(signals ? [[signalApiRef, signals] as const] : []),
    ],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          ...(options.extensions ?? []),
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', 'pt-BR'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
  return { api, restores };
}

/** How the backend refuses. */
export function refusal(statusCode: number, message = 'Refused') {
  return Object.assign(new Error(message), { statusCode });
}
