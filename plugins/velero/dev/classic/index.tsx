/** The classic screens on the fake fleet: `yarn start --entrypoint dev/classic`. */
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { wrapInTestApp } from '@backstage/test-utils';
import { restoresApiRef, veleroApiRef } from '../../src/api';
import { FakeVelero } from '../fake/FakeVelero';
import { refusing } from '../fake/refusing';
import { FakeRestores } from '../fake/restoreRequestsGate';
import { classicPortal } from './classicPortal';
// Here we are the app, which brings the styles.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';

createRoot(document.getElementById('root')!).render(
  wrapInTestApp(
    classicPortal([
      [veleroApiRef, refusing(new FakeVelero())],
      [restoresApiRef, refusing(new FakeRestores())],
    ]),
    { components: { Router: BrowserRouter } },
  ),
);
