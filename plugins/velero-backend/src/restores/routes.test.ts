import { TestDatabases } from '@backstage/backend-test-utils';
import { Bed, configMapOf, namespaceOf, until } from '../__testUtils__/Bed';
import { GateBed } from './__testUtils__/GateBed';
import { userRef } from './__testUtils__/people';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const workspace = (name: string, id: string, tenant: string, owner: string) => {
  const namespace = namespaceOf(name, {
    'appgear.io/workspace-id': id,
    'appgear.io/tenant-id': tenant,
  });
  namespace.metadata.annotations = {
    'appgear.io/owner': `group:default/${owner}`,
  };
  return namespace;
};

const checkout = {
  cluster: 'prod',
  spec: { backupName: 'daily-1', includedNamespaces: ['ws-checkout'] },
};
const payments = {
  cluster: 'prod',
  spec: { backupName: 'daily-1', includedNamespaces: ['ws-payments'] },
};

describe('the gate over HTTP', () => {
  let bed: Bed;
  let gate: GateBed;

  beforeAll(async () => {
    bed = await Bed.start(['prod', 'dr']);
    bed.create(
      'prod',
      workspace('ws-checkout', 'checkout', 'acme', 'team-checkout'),
      workspace('ws-payments', 'payments', 'bank', 'team-payments'),
      configMapOf('ws-checkout', 'settings'),
      configMapOf('ws-checkout', 'theme'),
      configMapOf('ws-payments', 'settings'),
    );
    bed.backup('prod', 'daily-1');
    bed.clock.advance(60_000);
    // From here on by itself: Velero signs downloads while we wait.
    bed.clock.run();
  });

  beforeEach(async () => {
    const { store } = bed.cluster('prod');
    const configMaps = store.resourceType('configmaps', '')!;
    for (const namespace of ['ws-checkout', 'ws-payments']) {
      if (store.get(configMaps, 'settings', namespace)) {
        store.delete(configMaps, 'settings', namespace);
      }
    }
    gate = await GateBed.start(
      await databases.init('SQLITE_3'),
      bed,
      bed.config(),
    );
  });

  afterAll(() => bed.close());

  const configMap = (namespace: string, name: string) => {
    const { store } = bed.cluster('prod');
    return store.get(store.resourceType('configmaps', '')!, name, namespace);
  };

  it('takes a restore from the preview to its outcome', async () => {
    const preview = await gate.post(
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

    const filed = await gate.file('otto.operator', checkout);
    expect(filed.status).toBe(201);
    const { id } = filed.body;
    expect(filed.body).toMatchObject({
      state: 'pending',
      requester: userRef('otto.operator'),
      digest: preview.body.preview.digest,
    });

    expect((await gate.vote('ana.approver', id)).body).toMatchObject({
      state: 'pending',
    });
    expect((await gate.vote('dora.dev', id)).body).toMatchObject({
      state: 'approved',
    });
    await gate.carryOut(id);

    const { body } = await gate.get('dora.dev', `/restore-requests/${id}`);
    expect(body).toMatchObject({
      state: 'succeeded',
      outcome: { phase: 'Completed', proven: true },
      progress: { restoreName: `gate-${id}` },
    });
    expect(body.outcome.results.created).toBe(1);
    expect(configMap('ws-checkout', 'settings')).toBeDefined();
    const created = await gate.get(
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
    const { body } = await gate.file('otto.operator', {
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
    await gate.vote('ana.approver', body.id);
    await gate.carryOut(body.id);
    const { store } = bed.cluster('dr');
    const configMaps = store.resourceType('configmaps', '')!;
    expect(
      store.get(configMaps, 'settings', 'ws-checkout-drill'),
    ).toBeDefined();
  });

  it('tells those concerned, with a link', async () => {
    const { body } = await gate.file('otto.operator', checkout);
    await gate.gate.run();
    expect(gate.notifications.send).toHaveBeenCalledWith({
      recipients: {
        type: 'entity',
        entityRef: [
          'group:default/appgear-dr-approvers',
          'group:default/team-checkout',
        ],
        excludeEntityRef: userRef('otto.operator'),
      },
      payload: expect.objectContaining({
        link: `/dr/requests/${body.id}`,
        title: 'A restore waits for your approval',
      }),
    });
  });

  it('lists what waits for whom', async () => {
    const { body: filed } = await gate.file('otto.operator', checkout);
    const waiting = async (who: Parameters<GateBed['get']>[0]) => {
      const { body } = await gate.get(who, '/restore-requests?waitsForMe=true');
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await waiting('ana.approver')).toEqual([filed.id]);
    expect(await waiting('dora.dev')).toEqual([filed.id]);
    expect(await waiting('otto.operator')).toEqual([]);
    await gate.vote('ana.approver', filed.id);
    expect(await waiting('ana.approver')).toEqual([]);
    expect(await waiting('bruno.approver')).toEqual([filed.id]);
  });

  describe('is refused', () => {
    it('with 422 what cannot succeed, saying what to do instead', async () => {
      const { status, body } = await gate.post(
        'otto.operator',
        '/restore-requests',
        {
          cluster: 'prod',
          spec: { backupName: 'no-such-backup' },
          digest: '0'.repeat(64),
          reason: 'the settings were deleted',
        },
      );
      expect(status).toBe(422);
      expect(body.error).toMatchObject({
        name: 'UnprocessableError',
        problems: [
          {
            message: 'the target cluster has no backup no-such-backup',
            hint: expect.stringContaining('Choose a recovery point'),
          },
        ],
      });
    });

    it('with 422 what the policy refuses', async () => {
      const { status, body } = await gate.file('otto.operator', {
        cluster: 'prod',
        spec: {
          ...checkout.spec,
          namespaceMapping: { 'ws-checkout': 'ws-payments' },
        },
      });
      expect(status).toBe(422);
      expect(body.error.problems[0].message).toMatch(/objects of one tenant/);
    });

    it('with 422 what could never be approved', async () => {
      // dora asks, and nobody else owns checkout.
      const { status, body } = await gate.file('dora.dev', checkout);
      expect(status).toBe(422);
      expect(body.error.message).toMatch(/could never be approved/);
    });

    it('with 409 what has changed since it was looked at', async () => {
      const { status } = await gate.post('otto.operator', '/restore-requests', {
        ...checkout,
        digest: 'a'.repeat(64),
        reason: 'the settings were deleted',
      });
      expect(status).toBe(409);
    });

    it.each<[string, object, RegExp]>([
      ['no reason', { reason: 'x' }, /reason: say in a sentence/],
      ['an unknown field', { colour: 'red' }, /colour: unknown field/],
      [
        'a schedule',
        { spec: { backupName: 'b', scheduleName: 'daily' } },
        /spec.scheduleName: name a backup/,
      ],
      ['a link that is none', { ticketUrl: 'ftp://x' }, /ticketUrl: must/],
    ])('with 400 %s', async (_, wrong, message) => {
      const { status, body } = await gate.post(
        'otto.operator',
        '/restore-requests',
        {
          ...checkout,
          digest: 'a'.repeat(64),
          reason: 'the settings were deleted',
          ...wrong,
        },
      );
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });
  });

  describe('a vote', () => {
    let id: string;
    beforeEach(async () => {
      id = (await gate.file('otto.operator', checkout)).body.id;
    });

    it('of the requester is refused with 403', async () => {
      const { status } = await gate.vote('otto.operator', id);
      expect(status).toBe(403);
    });

    it('of somebody with the right but without the role is refused with 403', async () => {
      const { status, body } = await gate.vote('petra.platform', id);
      expect(status).toBe(403);
      expect(body.error.message).toMatch(/none of the groups/);
    });

    it('on something else is refused with 409', async () => {
      const { status } = await gate.vote('ana.approver', id, {
        digest: 'b'.repeat(64),
      });
      expect(status).toBe(409);
    });

    it('given twice is refused with 409', async () => {
      await gate.vote('ana.approver', id);
      expect((await gate.vote('ana.approver', id)).status).toBe(409);
    });

    it('of no needs a comment, and ends it', async () => {
      const veto = { decision: 'veto' };
      expect((await gate.vote('ana.approver', id, veto)).status).toBe(400);
      const { body } = await gate.vote('ana.approver', id, {
        ...veto,
        comment: 'Wait for the migration',
      });
      expect(body).toMatchObject({
        state: 'rejected',
        endReason: 'Wait for the migration',
      });
      expect((await gate.vote('bruno.approver', id)).status).toBe(409);
    });
  });

  describe('cancelling', () => {
    const cancel = (who: Parameters<GateBed['post']>[0], id: string) =>
      gate.post(who, `/restore-requests/${id}/cancel`, {
        reason: 'no longer needed at all',
      });

    it('is for the requester, and for those who may', async () => {
      const one = (await gate.file('otto.operator', checkout)).body.id;
      expect((await cancel('ana.approver', one)).status).toBe(403);
      expect((await cancel('otto.operator', one)).body.state).toBe('cancelled');
      expect((await cancel('otto.operator', one)).status).toBe(409);
      const two = (await gate.file('otto.operator', checkout)).body.id;
      expect((await cancel('petra.platform', two)).body.state).toBe(
        'cancelled',
      );
    });
  });

  describe('break-glass', () => {
    const breakGlass = async (who: Parameters<GateBed['post']>[0]) => {
      const preview = await gate.post(
        'petra.platform',
        '/restore-previews',
        checkout,
      );
      return gate.post(who, '/restore-requests/break-glass', {
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
      await gate.carryOut(id);
      expect(gate.notifications.send).toHaveBeenCalledWith(
        expect.objectContaining({
          payload: expect.objectContaining({ severity: 'critical' }),
        }),
      );
      const review = (who: Parameters<GateBed['post']>[0]) =>
        gate.post(who, `/restore-requests/${id}/review`, {
          verdict: 'justified',
          comment: 'It was down indeed',
        });
      expect((await review('petra.platform')).status).toBe(403);
      expect((await review('ana.approver')).body).toMatchObject({
        state: 'succeeded',
        reviewPending: false,
        review: { reviewer: userRef('ana.approver'), verdict: 'justified' },
      });
      expect((await review('bruno.approver')).status).toBe(409);
    });
  });

  describe('the audit trail', () => {
    it('has every step, and goes to the auditor', async () => {
      const { body } = await gate.file('otto.operator', checkout);
      await gate.vote('ana.approver', body.id);
      await gate.vote('dora.dev', body.id);
      await gate.carryOut(body.id);
      const trail = await gate.get(
        'augusto.audit',
        `/audit?request=${body.id}&limit=100`,
      );
      const types = trail.body.items
        .map(({ type }: { type: string }) => type)
        .reverse();
      expect(types.filter((type: string) => type !== 'viewed')).toEqual([
        'filed',
        'voted',
        'voted',
        'approved',
        'executionStarted',
        'restoreCreated',
        'succeeded',
      ]);
      expect(types).toContain('viewed');
      const told = gate.auditor.createEvent.mock.calls.map(
        ([{ meta }]) => meta!.type,
      );
      expect(told).toEqual(expect.arrayContaining(types));
      const verdict = await gate.get('augusto.audit', '/audit/verification');
      expect(verdict.body).toMatchObject({ ok: true });
    });

    it('is written out as JSONL and CSV, and that is put down', async () => {
      await gate.file('otto.operator', checkout);
      const jsonl = await gate
        .get('augusto.audit', '/audit/export')
        .buffer(true)
        .parse((res, done) => {
          let text = '';
          res.on('data', chunk => (text += chunk));
          res.on('end', () => done(null, text));
        });
      expect(jsonl.headers['content-disposition']).toContain(
        'velero-audit.jsonl',
      );
      expect(String(jsonl.body).trim().split('\n').at(-1)).toMatch(
        /^\{"manifest"/,
      );
      const csv = await gate.get(
        'augusto.audit',
        '/audit/export?format=csv&person=user:default/otto.operator',
      );
      expect(csv.status).toBe(200);
      expect(csv.text).toMatch(/^seq,at,type/);
      const { body } = await gate.get('augusto.audit', '/audit');
      expect(body.items.slice(0, 2)).toMatchObject([
        { type: 'exported', details: { format: 'csv' } },
        { type: 'exported', details: { format: 'jsonl' } },
      ]);
    });

    it('is shown to owners for their workspaces', async () => {
      await gate.file('otto.operator', checkout);
      expect((await gate.get('dora.dev', '/audit')).status).toBe(403);
      expect(
        (await gate.get('dora.dev', '/audit?workspace=payments')).status,
      ).toBe(403);
      const own = await gate.get('dora.dev', '/audit?workspace=checkout');
      expect(own.body.total).toBeGreaterThan(0);
      expect((await gate.get('dora.dev', '/audit/verification')).status).toBe(
        403,
      );
    });

    it('has the digest of the configuration, once', async () => {
      await gate.gate.start();
      const { body } = await gate.get('augusto.audit', '/audit');
      expect(
        body.items.filter(
          ({ type }: { type: string }) => type === 'configurationChanged',
        ),
      ).toHaveLength(1);
    });
  });

  describe('what was made without the gate', () => {
    it('is listed, whatever it claims, and put down once', async () => {
      const { body: filed } = await gate.file('otto.operator', checkout);
      await gate.vote('ana.approver', filed.id);
      await gate.vote('dora.dev', filed.id);
      await gate.carryOut(filed.id);
      bed.cluster('prod').velero.api.restores.create({
        metadata: {
          name: 'by-hand',
          // Anybody can write this.
          annotations: { 'velero.appgear.io/restore-request': filed.id },
        },
        spec: checkout.spec as never,
      });
      const names = async (who: Parameters<GateBed['get']>[0]) => {
        const { body } = await gate.get(who, '/out-of-band?limit=200');
        return body.items.map(({ name }: { name: string }) => name);
      };
      await until('it is noticed', async () => {
        await gate.gate.run();
        return (await names('otto.operator')).includes('by-hand');
      });
      expect(await names('otto.operator')).not.toContain(`gate-${filed.id}`);
      expect(await names('dora.dev')).toContain('by-hand');
      await gate.gate.run();
      const { body } = await gate.get('augusto.audit', '/audit?limit=200');
      const noted = body.items.filter(
        ({ type, details }: { type: string; details: { name?: string } }) =>
          type === 'outOfBand' && details.name === 'by-hand',
      );
      expect(noted).toHaveLength(1);
    });
  });

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
          method === 'get' ? gate.get(who, path) : gate.post(who, path, body);
        expect((await call('anonymous')).status).toBe(401);
        expect((await call('a service')).status).toBe(403);
        expect((await call('nobody')).status).toBe(403);
      },
    );

    it('a plugin may ask for a person, and never decide for one', async () => {
      const { body: looked } = await gate.post(
        'otto.operator',
        '/restore-previews',
        checkout,
      );
      const asked = {
        ...checkout,
        digest: looked.preview.digest,
        reason: 'asked for by a template',
      };
      const filed = await gate.postThrough(
        'plugin:scaffolder',
        'otto.operator',
        '/restore-requests',
        asked,
      );
      expect(filed.status).toBe(201);
      const { body: trail } = await gate.get(
        'augusto.audit',
        `/audit?request=${filed.body.id}&person=${userRef('otto.operator')}`,
      );
      expect(trail.items.at(-1)).toMatchObject({
        type: 'filed',
        details: { through: 'plugin:scaffolder' },
      });

      const decisions: Array<[Parameters<GateBed['get']>[0], string, object]> =
        [
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
        const { status } = await gate.postThrough(
          'plugin:mcp-actions',
          who,
          `/restore-requests/${path}`,
          body,
        );
        expect(status).toBe(403);
      }
    });

    it('a request of other workspaces is as if it were not', async () => {
      const { body } = await gate.file('otto.operator', payments);
      expect(body.id).toBeDefined();
      for (const path of ['', '/effects', '/outcome']) {
        const { status } = await gate.get(
          'dora.dev',
          `/restore-requests/${body.id}${path}`,
        );
        expect(status).toBe(404);
      }
      const list = await gate.get('dora.dev', '/restore-requests');
      expect(list.body.total).toBe(0);
      const vote = await gate.post(
        'dora.dev',
        `/restore-requests/${body.id}/votes`,
        { decision: 'approve', digest: body.digest },
      );
      expect(vote.status).toBe(404);
    });

    it('a restore of other workspaces cannot even be previewed', async () => {
      const preview = await gate.post(
        'dora.dev',
        '/restore-previews',
        payments,
      );
      expect(preview.status).toBe(403);
      expect(JSON.stringify(preview.body)).not.toContain('settings');
    });

    it('of a request that touches more, an owner sees the own part', async () => {
      const both = {
        cluster: 'prod',
        spec: {
          backupName: 'daily-1',
          includedNamespaces: ['ws-checkout', 'ws-payments'],
        },
      };
      const { body } = await gate.file('otto.operator', both);
      const seen = await gate.get('dora.dev', `/restore-requests/${body.id}`);
      expect(seen.status).toBe(200);
      expect(seen.body).toMatchObject({
        namespaces: ['ws-checkout'],
        workspaces: ['checkout'],
        spec: { includedNamespaces: ['ws-checkout'] },
      });
      expect(JSON.stringify(seen.body)).not.toContain('payments');
      const effects = await gate.get(
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
      expect((await gate.vote('dora.dev', body.id)).status).toBe(403);
    });
  });
});
