import { namespaceOf } from '../../__testUtils__/Bed';
import { GateBed } from '../__testUtils__/GateBed';
import { userRef } from '@appgear/velero-sandbox';
import { checkout, payments, useShops } from '../__testUtils__/shops';

jest.setTimeout(60_000);

const shops = useShops();

describe('who may what', () => {
  const ID = '00000000-0000-4000-8000-000000000000';
  const filing = {
    ...checkout,
    digest: 'a'.repeat(64),
    reason: 'the settings were deleted',
  };
  const routes: Array<[string, 'get' | 'post', string, object]> = [
    ['previews', 'post', '/restore-previews', checkout],
    ['filing', 'post', '/restore-requests', filing],
    [
      'break-glass',
      'post',
      '/restore-requests/break-glass',
      { ...filing, incident: 'I-1' },
    ],
    ['the list', 'get', '/restore-requests', {}],
    ['a request', 'get', `/restore-requests/${ID}`, {}],
    ['effects', 'get', `/restore-requests/${ID}/effects`, {}],
    ['an outcome', 'get', `/restore-requests/${ID}/outcome`, {}],
    ['a log', 'get', `/restore-requests/${ID}/logs`, {}],
    [
      'voting',
      'post',
      `/restore-requests/${ID}/votes`,
      { decision: 'approve', digest: 'a'.repeat(64) },
    ],
    [
      'cancelling',
      'post',
      `/restore-requests/${ID}/cancel`,
      { reason: 'no longer needed' },
    ],
    [
      'reviewing',
      'post',
      `/restore-requests/${ID}/review`,
      { verdict: 'justified', comment: 'x' },
    ],
    ['out of band', 'get', '/out-of-band', {}],
    ['the trail', 'get', '/audit', {}],
    ['an export', 'get', '/audit/export', {}],
    ['a verification', 'get', '/audit/verification', {}],
  ];

  it.each(routes)(
    '%s is for people who are signed in and have the right',
    async (_, method, path, body) => {
      const call = (who: Parameters<GateBed['get']>[0]) =>
        method === 'get'
          ? shops.gate.get(who, path)
          : shops.gate.post(who, path, body);
      expect((await call('anonymous')).status).toBe(401);
      expect((await call('a service')).status).toBe(403);
      expect((await call('nobody')).status).toBe(403);
    },
  );

  it('a plugin may ask for a person, and never decide for one', async () => {
    const { body: looked } = await shops.gate.post(
      'otto.operator',
      '/restore-previews',
      checkout,
    );
    const asked = {
      ...checkout,
      digest: looked.preview.digest,
      reason: 'asked for by a template',
    };
    const filed = await shops.gate.postThrough(
      'plugin:scaffolder',
      'otto.operator',
      '/restore-requests',
      asked,
    );
    expect(filed.status).toBe(201);
    const { body: trail } = await shops.gate.get(
      'augusto.audit',
      `/audit?request=${filed.body.id}&person=${userRef('otto.operator')}`,
    );
    expect(trail.items.at(-1)).toMatchObject({
      type: 'filed',
      details: { through: 'plugin:scaffolder' },
    });

    const decisions: Array<[Parameters<GateBed['get']>[0], string, object]> = [
      [
        'ana.approver',
        `${filed.body.id}/votes`,
        { decision: 'approve', digest: filed.body.digest },
      ],
      [
        'ana.approver',
        `${filed.body.id}/review`,
        { verdict: 'justified', comment: 'x' },
      ],
      ['petra.platform', 'break-glass', { ...asked, incident: 'I-1' }],
    ];
    for (const [who, path, body] of decisions) {
      const { status } = await shops.gate.postThrough(
        'plugin:mcp-actions',
        who,
        `/restore-requests/${path}`,
        body,
      );
      expect(status).toBe(403);
    }
  });

  it('a request of other workspaces is as if it were not', async () => {
    const { body } = await shops.gate.file('otto.operator', payments);
    expect(body.id).toBeDefined();
    for (const path of ['', '/effects', '/outcome', '/logs']) {
      const { status } = await shops.gate.get(
        'dora.dev',
        `/restore-requests/${body.id}${path}`,
      );
      expect(status).toBe(404);
    }
    const list = await shops.gate.get('dora.dev', '/restore-requests');
    expect(list.body.total).toBe(0);
    const vote = await shops.gate.post(
      'dora.dev',
      `/restore-requests/${body.id}/votes`,
      { decision: 'approve', digest: body.digest },
    );
    expect(vote.status).toBe(404);
  });

  it('a restore of other workspaces cannot even be previewed', async () => {
    const preview = await shops.gate.post(
      'dora.dev',
      '/restore-previews',
      payments,
    );
    expect(preview.status).toBe(403);
    expect(JSON.stringify(preview.body)).not.toContain('settings');
  });

  it('a namespace of no workspace is not reached by a right on workspaces', async () => {
    shops.bed.create('prod', namespaceOf('tools'));
    const intoTools = {
      cluster: 'prod',
      spec: {
        ...checkout.spec,
        namespaceMapping: { 'ws-checkout': 'tools' },
      },
    };
    const preview = await shops.gate.post(
      'dora.dev',
      '/restore-previews',
      intoTools,
    );
    expect(preview.status).toBe(403);
    const filed = await shops.gate.file('otto.operator', intoTools);
    expect(filed.status).toBe(201);
    const effects = await shops.gate.get(
      'dora.dev',
      `/restore-requests/${filed.body.id}/effects`,
    );
    expect(JSON.stringify(effects.body)).not.toContain('tools');
  });

  it('of a request that touches more, an owner sees the own part', async () => {
    const both = {
      cluster: 'prod',
      spec: {
        backupName: 'daily-1',
        includedNamespaces: ['ws-checkout', 'ws-payments'],
      },
    };
    const { body } = await shops.gate.file('otto.operator', both);
    const seen = await shops.gate.get(
      'dora.dev',
      `/restore-requests/${body.id}`,
    );
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      namespaces: ['ws-checkout'],
      workspaces: ['checkout'],
      spec: { includedNamespaces: ['ws-checkout'] },
    });
    expect(JSON.stringify(seen.body)).not.toContain('payments');
    const effects = await shops.gate.get(
      'dora.dev',
      `/restore-requests/${body.id}/effects?limit=100`,
    );
    expect(JSON.stringify(effects.body)).not.toContain('payments');
    const namespaces = effects.body.items.map(
      ({ namespace }: { namespace?: string }) => namespace,
    );
    expect(namespaces).toContain('ws-checkout');
    expect(namespaces).not.toContain('ws-payments');
    // The vote is on the whole, so it takes a right over the whole.
    expect((await shops.gate.vote('dora.dev', body.id)).status).toBe(403);
  });
});
