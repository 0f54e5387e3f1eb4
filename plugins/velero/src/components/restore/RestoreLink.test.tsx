import { screen, waitFor } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { EvaluatePermissionRequest } from '@backstage/plugin-permission-common';
import { restoresRouteRef } from '../../routes';
import { RestoreLink, RestoreLinkProps } from './RestoreLink';

/** Somebody who may ask for restores of ws-shop, and of nothing else. */
function renderLink(props: RestoreLinkProps) {
  const authorize = jest.fn((request: EvaluatePermissionRequest) =>
    request.permission.name === 'velero.restore.request' &&
    'resourceRef' in request &&
    request.resourceRef === 'ws-shop'
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY,
  );
  renderInTestApp(
    <>
      <RestoreLink {...props} />
      <p>there</p>
    </>,
    {
      apis: [[permissionApiRef, mockApis.permission({ authorize })]],
      mountedRoutes: { '/dr/restores': restoresRouteRef },
    },
  );
  return { authorize };
}

describe('RestoreLink', () => {
  it('leads to the wizard, with the workspace filled in', async () => {
    renderLink({ workspaces: ['ws-shop'] });
    expect(
      await screen.findByRole('link', { name: 'Restore ws-shop…' }),
    ).toHaveAttribute('href', '/dr/restores/new?workspace=ws-shop');
  });

  it('leaves the choice of one of several workspaces to the wizard', async () => {
    renderLink({
      workspaces: ['ws-shop', 'ws-bank'],
      point: { cluster: 'prod', backup: 'daily-1' },
    });
    expect(
      await screen.findByRole('link', { name: 'Restore from daily-1…' }),
    ).toHaveAttribute('href', '/dr/restores/new?cluster=prod&backup=daily-1');
  });

  it('is nothing to those who may not ask', async () => {
    const { authorize } = renderLink({ workspaces: ['ws-bank'] });
    expect(await screen.findByText('there')).toBeInTheDocument();
    await waitFor(() => expect(authorize).toHaveBeenCalled());
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
