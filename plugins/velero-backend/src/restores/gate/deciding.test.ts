import { configMapOf } from '../../__testUtils__/Bed';
import { GateBed } from '../__testUtils__/GateBed';
import { checkout, useShops } from '../__testUtils__/shops';

jest.setTimeout(60_000);

const shops = useShops();

describe('is refused', () => {
  it('with 422 what cannot succeed, saying what to do instead', async () => {
    const { status, body } = await shops.gate.post(
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
    const { status, body } = await shops.gate.file('otto.operator', {
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
    const { status, body } = await shops.gate.file('dora.dev', checkout);
    expect(status).toBe(422);
    expect(body.error.message).toMatch(/could never be approved/);
  });

  it('with 409 what has changed since it was looked at', async () => {
    const { status, body } = await shops.gate.post(
      'otto.operator',
      '/restore-requests',
      {
        ...checkout,
        digest: 'a'.repeat(64),
        reason: 'the settings were deleted',
      },
    );
    expect(status).toBe(409);
    // Pages say it in the reader's language.
    expect(body.error.problem).toMatchObject({ key: 'gate.previewMoved' });
  });

  it('with 409 only until one looks again', async () => {
    const look = async () =>
      (await shops.gate.post('otto.operator', '/restore-previews', checkout))
        .body.preview.digest;
    const file = async (digest: string) =>
      (
        await shops.gate.post('otto.operator', '/restore-requests', {
          ...checkout,
          digest,
          reason: 'the settings were deleted',
        })
      ).status;
    const before = await look();
    const { store } = shops.bed.cluster('prod');
    store.delete(store.resourceType('configmaps', '')!, 'theme', 'ws-checkout');
    expect(await file(before)).toBe(409);

    const after = await look();
    expect(after).not.toBe(before);
    expect(await file(after)).toBe(201);
    shops.bed.create('prod', configMapOf('ws-checkout', 'theme'));
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
    const { status, body } = await shops.gate.post(
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
    id = (await shops.gate.file('otto.operator', checkout)).body.id;
  });

  it('of the requester is refused with 403', async () => {
    const { status } = await shops.gate.vote('otto.operator', id);
    expect(status).toBe(403);
  });

  it('of somebody with the right but without the role is refused with 403', async () => {
    const { status, body } = await shops.gate.vote('petra.platform', id);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/none of the groups/);
  });

  it('on something else is refused with 409', async () => {
    const { status } = await shops.gate.vote('ana.approver', id, {
      digest: 'b'.repeat(64),
    });
    expect(status).toBe(409);
  });

  it('given twice is refused with 409', async () => {
    await shops.gate.vote('ana.approver', id);
    expect((await shops.gate.vote('ana.approver', id)).status).toBe(409);
  });

  it('of no needs a comment, and ends it', async () => {
    const veto = { decision: 'veto' };
    expect((await shops.gate.vote('ana.approver', id, veto)).status).toBe(400);
    const { body } = await shops.gate.vote('ana.approver', id, {
      ...veto,
      comment: 'Wait for the migration',
    });
    expect(body).toMatchObject({
      state: 'rejected',
      endReason: 'Wait for the migration',
    });
    expect((await shops.gate.vote('bruno.approver', id)).status).toBe(409);
  });
});

describe('cancelling', () => {
  const cancel = (who: Parameters<GateBed['post']>[0], id: string) =>
    shops.gate.post(who, `/restore-requests/${id}/cancel`, {
      reason: 'no longer needed at all',
    });

  it('is for the requester, and for those who may', async () => {
    const one = (await shops.gate.file('otto.operator', checkout)).body.id;
    const { status, body } = await cancel('ana.approver', one);
    expect(status).toBe(403);
    expect(body.error.problem).toMatchObject({ key: 'gate.permissionMissing' });
    expect((await cancel('otto.operator', one)).body.state).toBe('cancelled');
    expect((await cancel('otto.operator', one)).status).toBe(409);
    const two = (await shops.gate.file('otto.operator', checkout)).body.id;
    expect((await cancel('petra.platform', two)).body.state).toBe('cancelled');
  });
});
