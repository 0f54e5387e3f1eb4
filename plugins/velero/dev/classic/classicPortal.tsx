import { ComponentProps } from 'react';
import { Navigate, Route, useParams } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import {
  EntityVeleroCard,
  EntityVeleroContent,
  VeleroPage,
  VeleroWaitsForMe,
} from '../../src/legacy';
import { entities } from '../fake/catalog';

type Apis = ComponentProps<typeof TestApiProvider>['apis'];

/** What a classic portal writes into its App.tsx and EntityPage.tsx. */
export function classicPortal(apis: Apis) {
  return (
    <TestApiProvider
      apis={[[permissionApiRef, mockApis.permission()], ...apis]}
    >
      <FlatRoutes>
        <Route path="/" element={<Navigate to="dr" />} />
        <Route path="/home" element={<VeleroWaitsForMe />} />
        <Route path="/dr" element={<VeleroPage />} />
        <Route path="/entity/:name" element={<EntityPage />} />
      </FlatRoutes>
    </TestApiProvider>
  );
}

function EntityPage() {
  const { name } = useParams();
  const entity = entities.find(each => each.metadata.name === name);
  return (
    <EntityProvider entity={entity}>
      <EntityVeleroCard />
      <EntityVeleroContent />
    </EntityProvider>
  );
}
