import { mockCredentials } from '@backstage/backend-test-utils';
import { checkout, useShops } from './__testUtils__/shops';

jest.setTimeout(60_000);

const shops = useShops();
const ROUTE = '/searchable/restore-requests';

function asService(subject: string) {
  const onBehalfOf = mockCredentials.service(subject);
  return shops.gate
    .get('anonymous', ROUTE)
    .set(
      'authorization',
      mockCredentials.service.header({ onBehalfOf, targetPluginId: 'test' }),
    );
}

describe('what search may put into its index', () => {
  it('is where a request is found, and nothing that was written or by whom', async () => {
    const { body } = await shops.gate.file('otto.operator', checkout);
    const answer = await asService('plugin:search');
    expect(answer.status).toBe(200);
    expect(answer.body.items).toContainEqual({
      id: body.id,
      cluster: body.cluster,
      backup: body.backup,
      workspaces: ['checkout'],
      targets: [{ namespace: 'ws-checkout', workspace: 'checkout' }],
      filedAt: body.filedAt,
    });
    expect(answer.text).not.toContain(body.reason);
    expect(answer.text).not.toContain('otto');
  });

  it('is for the search plugin alone', async () => {
    const answers = await Promise.all([
      shops.gate.get('anonymous', ROUTE),
      shops.gate.get('otto.operator', ROUTE),
      asService('plugin:other'),
      asService('external:search'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
  });
});
