import { screen, within } from '@testing-library/react';
import { restoreRequest } from '../../../../dev/fake/restoreRequests';
import { renderPlugin } from '../../../__testUtils__/renderPlugin';

const AT = '/dr/restores/11111111-1111-4111-8111-111111111111';

describe('a comparison', () => {
  it('says that a request is the first of its kind', async () => {
    renderPlugin(AT, {
      restores: {
        getRestoreRequest: async () => restoreRequest(),
        getRestoreRequests: async () => ({
          items: [],
          total: 0,
          offset: 0,
          limit: 50,
        }),
      },
    });
    expect(
      await screen.findByText('It is the first of its kind.'),
    ).toBeInTheDocument();
  });

  it('shows what is other than in the request it takes the place of', async () => {
    renderPlugin(AT, {
      restores: {
        getRestoreRequest: async id =>
          id === 'old'
            ? restoreRequest({
                id,
                state: 'cancelled',
                risks: { ...restoreRequest().risks, overwrite: false },
              })
            : restoreRequest({ supersedes: 'old' }),
      },
    });
    const table = within(
      await screen.findByRole('grid', {
        name: 'Compared with the last one of its kind',
      }),
    );
    expect(
      table.getByRole('row', { name: /Living objects are overwritten/ }),
    ).toHaveTextContent(/No.*Yes/);
    expect(screen.getByRole('link', { name: 'Withdrawn' })).toHaveAttribute(
      'href',
      '/dr/restores/old',
    );
  });
});
