import { until } from '../../__testUtils__/Bed';
import { GateBed } from '../__testUtils__/GateBed';
import { checkout, useShops } from '../__testUtils__/shops';

jest.setTimeout(60_000);

const shops = useShops();

describe('the audit trail', () => {
  it('has every step, and goes to the auditor', async () => {
    const { body } = await shops.gate.file('otto.operator', checkout);
    await shops.gate.vote('ana.approver', body.id);
    await shops.gate.vote('dora.dev', body.id);
    await shops.gate.carryOut(body.id);
    const trail = await shops.gate.get(
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
    const told = shops.gate.auditor.createEvent.mock.calls.map(
      ([{ meta }]) => meta!.type,
    );
    expect(told).toEqual(expect.arrayContaining(types));
    const verdict = await shops.gate.get(
      'augusto.audit',
      '/audit/verification',
    );
    expect(verdict.body).toMatchObject({ ok: true });
  });

  it('is written out as JSONL and CSV, and that is put down', async () => {
    await shops.gate.file('otto.operator', checkout);
    const jsonl = await shops.gate
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
    const csv = await shops.gate.get(
      'augusto.audit',
      '/audit/export?format=csv&person=user:default/otto.operator',
    );
    expect(csv.status).toBe(200);
    expect(csv.text).toMatch(/^seq,at,type/);
    const { body } = await shops.gate.get('augusto.audit', '/audit');
    expect(body.items.slice(0, 2)).toMatchObject([
      { type: 'exported', details: { format: 'csv' } },
      { type: 'exported', details: { format: 'jsonl' } },
    ]);
  });

  it('is shown to owners for their workspaces', async () => {
    await shops.gate.file('otto.operator', checkout);
    expect((await shops.gate.get('dora.dev', '/audit')).status).toBe(403);
    expect(
      (await shops.gate.get('dora.dev', '/audit?workspace=payments')).status,
    ).toBe(403);
    const own = await shops.gate.get('dora.dev', '/audit?workspace=checkout');
    expect(own.body.total).toBeGreaterThan(0);
    expect(
      (await shops.gate.get('dora.dev', '/audit/verification')).status,
    ).toBe(403);
  });

  it('has the digest of the configuration, once', async () => {
    await shops.gate.gate.start();
    const { body } = await shops.gate.get('augusto.audit', '/audit');
    expect(
      body.items.filter(
        ({ type }: { type: string }) => type === 'configurationChanged',
      ),
    ).toHaveLength(1);
  });
});

describe('what was made without the gate', () => {
  it('is listed, whatever it claims, and put down once', async () => {
    const { body: filed } = await shops.gate.file('otto.operator', checkout);
    await shops.gate.vote('ana.approver', filed.id);
    await shops.gate.vote('dora.dev', filed.id);
    await shops.gate.carryOut(filed.id);
    shops.bed.cluster('prod').velero.api.restores.create({
      metadata: {
        name: 'by-hand',
        // Anybody can write this.
        annotations: { 'velero.appgear.io/restore-request': filed.id },
      },
      spec: checkout.spec as never,
    });
    const names = async (who: Parameters<GateBed['get']>[0]) => {
      const { body } = await shops.gate.get(who, '/out-of-band?limit=200');
      return body.items.map(({ name }: { name: string }) => name);
    };
    await until('it is noticed', async () => {
      await shops.gate.gate.run();
      return (await names('otto.operator')).includes('by-hand');
    });
    expect(await names('otto.operator')).not.toContain(`gate-${filed.id}`);
    expect(await names('dora.dev')).toContain('by-hand');
    await shops.gate.gate.run();
    const { body } = await shops.gate.get('augusto.audit', '/audit?limit=200');
    const noted = body.items.filter(
      ({ type, details }: { type: string; details: { name?: string } }) =>
        type === 'outOfBand' && details.name === 'by-hand',
    );
    expect(noted).toHaveLength(1);
  });

  it('is told once to those who stand guard, and to the owners', async () => {
    shops.bed.cluster('prod').velero.api.restores.create({
      metadata: { name: 'told' },
      spec: checkout.spec as never,
    });
    const { send } = shops.gate.notifications;
    const told = () =>
      send.mock.calls
        .map(([message]) => message)
        .filter(({ payload }) => /Restore told /.test(payload.description));
    await until('somebody is told', async () => {
      await shops.gate.gate.run();
      return told().length > 0;
    });
    expect(told()[0]).toMatchObject({
      recipients: {
        entityRef: [
          'group:default/appgear-dr-approvers',
          'group:default/appgear-platform-admins',
          'group:default/team-checkout',
        ],
      },
      payload: {
        title: 'Somebody restored without approval',
        link: '/dr/restores/out-of-band',
        severity: 'high',
      },
    });
    const times = told().length;
    await shops.gate.gate.run();
    expect(told()).toHaveLength(times);
  });
});
