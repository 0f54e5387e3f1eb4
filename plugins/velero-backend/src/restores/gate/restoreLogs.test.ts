import { checkout, payments, useShops } from '../__testUtils__/shops';

jest.setTimeout(60_000);

const shops = useShops();

/** A restore, approved and carried out. */
async function done(asked: typeof checkout): Promise<string> {
  const { body } = await shops.gate.file('otto.operator', asked);
  await shops.gate.vote('ana.approver', body.id);
  await shops.gate.vote('dora.dev', body.id);
  await shops.gate.vote('bruno.approver', body.id);
  await shops.gate.carryOut(body.id);
  return body.id;
}

/** The same without approval, of what no one owner decides. */
async function doneAtOnce(asked: typeof checkout): Promise<string> {
  const preview = await shops.gate.post(
    'petra.platform',
    '/restore-previews',
    asked,
  );
  const { body } = await shops.gate.post(
    'petra.platform',
    '/restore-requests/break-glass',
    {
      ...asked,
      digest: preview.body.preview.digest,
      reason: 'both shops are down',
      incident: 'INC-7',
    },
  );
  await shops.gate.carryOut(body.id);
  return body.id;
}

const log = (
  who: Parameters<typeof shops.gate.get>[0],
  id: string,
  query: string = '',
) => shops.gate.get(who, `/restore-requests/${id}/logs${query}`);

describe("a restore's log", () => {
  it('is searched by those who may see the request and what backups hold', async () => {
    const id = await done(checkout);
    const { status, body } = await log('dora.dev', id, '?search=settings');
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 1, filtered: false, truncated: false });
    expect(body.lines).toEqual([
      expect.objectContaining({
        level: 'info',
        message: 'Attempting to restore ConfigMap: settings.',
        fields: expect.objectContaining({ namespace: 'ws-checkout' }),
      }),
    ]);
    expect((await log('ana.approver', id)).status).toBe(403);
    expect((await log('dora.dev', id, '?limit=100000')).status).toBe(400);
  });

  it('is not there before the restore has ended', async () => {
    const { body } = await shops.gate.file('otto.operator', checkout);
    const { status, body: refused } = await log('dora.dev', body.id);
    expect(status).toBe(409);
    expect(refused.error.message).toMatch(/Nothing was restored/);
  });

  it('goes with the Restore', async () => {
    const id = await done(checkout);
    const { store } = shops.bed.cluster('prod');
    const restores = store.resourceType('restores', 'velero.io')!;
    store.delete(restores, `gate-${id}`, 'velero');
    shops.bed.clock.advance(60_000);
    const { status, body } = await log('dora.dev', id);
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/gone/);
  });

  it('of a restore that touches more is read in part', async () => {
    const id = await doneAtOnce({
      ...checkout,
      spec: {
        ...checkout.spec,
        includedNamespaces: ['ws-checkout', 'ws-payments'],
      },
    });
    const { body } = await log('dora.dev', id);
    expect(body.filtered).toBe(true);
    expect(body.total).toBeGreaterThan(0);
    expect(JSON.stringify(body.lines)).not.toContain('payments');
    expect((await log('petra.platform', id)).body).toMatchObject({
      filtered: false,
    });
  });

  it('of other workspaces is as if it were not', async () => {
    const id = await done(payments);
    expect((await log('dora.dev', id)).status).toBe(404);
  });
});
