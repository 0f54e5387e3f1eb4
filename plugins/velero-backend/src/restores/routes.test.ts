import { GateBed } from './__testUtils__/GateBed';
import { userRef } from '@appgear/velero-sandbox';
import { checkout, configMap, useShops } from './__testUtils__/shops';

jest.setTimeout(60_000);

const shops = useShops();

describe('the gate over HTTP', () => {
  it('takes a restore from the preview to its outcome', async () => {
    const preview = await shops.gate.post(
      'otto.operator',
      '/restore-previews',
      checkout,
    );
    expect(preview.status).toBe(200);
    expect(preview.body.obstacles).toEqual([]);
    expect(preview.body.preview).toMatchObject({
      refused: [],
      neverApproved: [],
      summary: { namespaces: [{ name: 'ws-checkout', exists: true }] },
      risks: { targets: ['living'], workspaces: ['checkout'] },
      factors: [
        { id: 'group:default/appgear-dr-approvers', count: 1 },
        { id: 'owners:group:default/team-checkout', workspace: 'checkout' },
      ],
    });
    expect(
      preview.body.preview.effects.items.map(
        ({ action, resource, name }: Record<string, string>) =>
          `${action} ${resource} ${name}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        'skip namespaces ws-checkout',
        'create configmaps settings',
        'skip configmaps theme',
      ]),
    );

    const filed = await shops.gate.file('otto.operator', checkout);
    expect(filed.status).toBe(201);
    const { id } = filed.body;
    expect(filed.body).toMatchObject({
      state: 'pending',
      requester: userRef('otto.operator'),
      digest: preview.body.preview.digest,
    });

    expect((await shops.gate.vote('ana.approver', id)).body).toMatchObject({
      state: 'pending',
    });
    expect((await shops.gate.vote('dora.dev', id)).body).toMatchObject({
      state: 'approved',
    });
    await shops.gate.carryOut(id);

    const { body } = await shops.gate.get(
      'dora.dev',
      `/restore-requests/${id}`,
    );
    expect(body).toMatchObject({
      state: 'succeeded',
      outcome: { phase: 'Completed', proven: true },
      progress: { restoreName: `gate-${id}` },
    });
    expect(body.outcome.results.created).toBe(1);
    expect(
      configMap(shops.bed, 'prod', 'ws-checkout', 'settings'),
    ).toBeDefined();
    const created = await shops.gate.get(
      'dora.dev',
      `/restore-requests/${id}/outcome?result=created`,
    );
    expect(created.body.items).toEqual([
      {
        apiKind: 'v1/ConfigMap',
        namespace: 'ws-checkout',
        name: 'settings',
        result: 'created',
      },
    ]);
  });

  it('restores into another cluster that knows the storage', async () => {
    const { body } = await shops.gate.file('otto.operator', {
      cluster: 'dr',
      spec: {
        backupName: 'daily-1',
        includedNamespaces: ['ws-checkout'],
        namespaceMapping: { 'ws-checkout': 'ws-checkout-drill' },
      },
    });
    expect(body.risks).toMatchObject({
      targets: ['new'],
      workspaces: ['checkout'],
      tenantCrossing: false,
    });
    await shops.gate.vote('ana.approver', body.id);
    await shops.gate.carryOut(body.id);
    expect(
      configMap(shops.bed, 'dr', 'ws-checkout-drill', 'settings'),
    ).toBeDefined();
  });

  it('tells those concerned, with a link', async () => {
    const { body } = await shops.gate.file('otto.operator', checkout);
    await shops.gate.gate.run();
    expect(shops.gate.notifications.send).toHaveBeenCalledWith({
      recipients: {
        type: 'entity',
        entityRef: [
          'group:default/appgear-dr-approvers',
          'group:default/team-checkout',
        ],
        excludeEntityRef: userRef('otto.operator'),
      },
      payload: expect.objectContaining({
        link: `/dr/restores/${body.id}`,
        title: 'A restore waits for your approval',
      }),
    });
  });

  it('says what is worth offering to whom', async () => {
    const rights = async (who: Parameters<GateBed['get']>[0]) =>
      (await shops.gate.get(who, '/restore-rights')).body;
    expect(await rights('dora.dev')).toMatchObject({
      read: 'some',
      breakGlass: 'none',
      audit: 'some',
    });
    expect(await rights('otto.operator')).toMatchObject({ request: 'all' });
    expect(await rights('augusto.audit')).toMatchObject({
      audit: 'all',
      request: 'none',
    });
  });

  it('lists what waits for whom', async () => {
    const { body: filed } = await shops.gate.file('otto.operator', checkout);
    const waiting = async (who: Parameters<GateBed['get']>[0]) => {
      const { body } = await shops.gate.get(
        who,
        '/restore-requests?waitsForMe=true',
      );
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await waiting('ana.approver')).toEqual([filed.id]);
    expect(await waiting('dora.dev')).toEqual([filed.id]);
    expect(await waiting('otto.operator')).toEqual([]);
    await shops.gate.vote('ana.approver', filed.id);
    expect(await waiting('ana.approver')).toEqual([]);
    expect(await waiting('bruno.approver')).toEqual([filed.id]);
  });

  describe('break-glass', () => {
    const breakGlass = async (who: Parameters<GateBed['post']>[0]) => {
      const preview = await shops.gate.post(
        'petra.platform',
        '/restore-previews',
        checkout,
      );
      return shops.gate.post(who, '/restore-requests/break-glass', {
        ...checkout,
        digest: preview.body.preview.digest,
        reason: 'checkout is down, customers wait',
        incident: 'INC-7',
      });
    };

    it('needs its own permission', async () => {
      expect((await breakGlass('otto.operator')).status).toBe(403);
    });

    it('goes at once, tells everyone, and waits for a review', async () => {
      const filed = await breakGlass('petra.platform');
      expect(filed.status).toBe(201);
      expect(filed.body).toMatchObject({
        state: 'approved',
        incident: 'INC-7',
        reviewPending: true,
      });
      const { id } = filed.body;
      await shops.gate.carryOut(id);
      expect(shops.gate.notifications.send).toHaveBeenCalledWith(
        expect.objectContaining({
          payload: expect.objectContaining({ severity: 'critical' }),
        }),
      );
      const review = (who: Parameters<GateBed['post']>[0]) =>
        shops.gate.post(who, `/restore-requests/${id}/review`, {
          verdict: 'justified',
          comment: 'It was down indeed',
        });
      // Neither who broke the glass nor an owner, who gains by it.
      expect((await review('petra.platform')).status).toBe(403);
      expect((await review('dora.dev')).status).toBe(403);
      const offered = async (who: Parameters<GateBed['get']>[0]) =>
        (await shops.gate.get(who, `/restore-requests/${id}`)).body.actions
          .review;
      expect(await offered('dora.dev')).toBe(false);
      expect(await offered('ana.approver')).toBe(true);
      expect((await review('ana.approver')).body).toMatchObject({
        state: 'succeeded',
        reviewPending: false,
        review: { reviewer: userRef('ana.approver'), verdict: 'justified' },
      });
      expect((await review('bruno.approver')).status).toBe(409);
    });
  });
});
