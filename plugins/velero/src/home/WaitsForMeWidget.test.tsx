import { screen, within } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { FakeRestores } from '../../dev/fake/restoreRequestsGate';
import { RestoresApi, restoresApiRef } from '../api';
import veleroPlugin from '../index';

/** A home page as the home plugin has it: widgets under each other. */
const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  extensions: [
    PageBlueprint.makeWithOverrides({
      inputs: { widgets: createExtensionInput([homePageWidgetDataRef]) },
      factory: (originalFactory, { inputs }) =>
        originalFactory({
          path: '/home',
          loader: async () => (
            <>
              {inputs.widgets.map(
                widget => widget.get(homePageWidgetDataRef).component,
              )}
            </>
          ),
        }),
    }),
  ],
});

function openHome(restores: Partial<RestoresApi> = {}) {
  renderTestApp({
    features: [homePlugin, veleroPlugin],
    initialRouteEntries: ['/home'],
    apis: [[restoresApiRef, Object.assign(new FakeRestores(), restores)]],
  });
}

describe('the home-page widget', () => {
  it('leads to what waits for the reader, with the time left', async () => {
    openHome();
    const list = within(
      await screen.findByRole('list', { name: 'What waits for me' }),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(1);
    expect(list.getByRole('link')).toHaveAttribute(
      'href',
      '/dr/restores/11111111-1111-4111-8111-111111111111',
    );
    expect(list.getByText('3 hours left')).toBeInTheDocument();
  });

  it('says when nothing does', async () => {
    openHome({
      getRestoreRequests: async () => ({
        items: [],
        total: 0,
        offset: 0,
        limit: 5,
      }),
    });
    expect(
      await screen.findByText('Nothing waits for your decision.'),
    ).toBeInTheDocument();
  });
});
