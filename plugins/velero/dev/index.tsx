import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import veleroPlugin, { restoresApiRef, veleroApiRef } from '../src';
import { entities } from './fake/catalog';
import { FakeVelero } from './fake/FakeVelero';
import { refusing } from './fake/refusing';
import { FakeRestores } from './fake/restoreRequestsGate';

const fakeVelero = createFrontendModule({
  pluginId: 'velero',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: veleroApiRef,
          deps: {},
          factory: () => refusing(new FakeVelero()),
        }),
    }),
    ApiBlueprint.make({
      name: 'restores',
      params: defineParams =>
        defineParams({
          api: restoresApiRef,
          deps: {},
          factory: () => refusing(new FakeRestores()),
        }),
    }),
  ],
});

const fakeCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities }),
        }),
    }),
  ],
});

createDevApp({
  features: [veleroPlugin, fakeVelero, catalogPlugin, fakeCatalog],
});
