import { screen } from '@testing-library/react';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';
import { FakeVelero } from '../../dev/fake/FakeVelero';
import { veleroApiRef } from '../api';
import { entityWorkspaceCard, entityWorkspaceContent } from './extensions';

const entity = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'payments', annotations },
});

function renderEntity(
  extension: ExtensionDefinition,
  annotations: Record<string, string>,
) {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: entity(annotations) }),
      extension,
    ],
    apis: [[veleroApiRef, new FakeVelero()]],
  });
}

describe('entity extensions', () => {
  const claimed = { [ANNOTATION_WORKSPACE_ID]: 'ws-payments' };

  it('add a card to an entity that stands for a workspace', async () => {
    renderEntity(entityWorkspaceCard, claimed);
    expect(
      await screen.findByRole('heading', { name: 'Disaster recovery' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Wants backup')).toBeInTheDocument();
    expect(screen.getByText(/It does not prove/)).toBeInTheDocument();
    expect(screen.getByText('Protected')).toBeInTheDocument();
    expect(screen.getByText(/If the cluster died now/)).toBeInTheDocument();
  });

  it('add a tab that says what the workspace’s page says', async () => {
    renderEntity(entityWorkspaceContent, claimed);
    expect(
      await screen.findByRole('region', { name: 'What Velero reports' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('grid', { name: 'Newest backups' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('grid', { name: 'Recovery points' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['card', entityWorkspaceCard],
    ['tab', entityWorkspaceContent],
  ])('leave other entities alone: %s', async (_, extension) => {
    renderEntity(extension, { other: 'annotation' });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});
