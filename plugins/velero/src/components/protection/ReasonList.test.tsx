import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ProtectionReason } from '@appgear/backstage-plugin-velero-common';
import { ReasonList } from './ReasonList';

const point = {
  cluster: 'prod-sp',
  backup: 'daily-1',
  takenAt: '2026-03-12T02:00:00Z',
};

async function lines(reasons: ProtectionReason[]) {
  renderInTestApp(<ReasonList reasons={reasons} />);
  const list = await screen.findByRole('list');
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('ReasonList', () => {
  it('says where, what and what to do, in the order given', async () => {
    expect(
      await lines([
        {
          code: 'volumesNotSaved',
          next: 'saveVolumes',
          cluster: 'prod-sp',
          namespace: 'ws-a',
          point,
          volumes: [
            { claim: 'data', outcome: 'skipped', reason: 'by policy;' },
            { claim: 'logs', outcome: 'notHeld' },
          ],
        },
        { code: 'enabledButNotProtected', next: 'none' },
      ]),
    ).toEqual([
      expect.stringMatching(
        /^In ws-a on prod-sp: daily-1 does not hold .*: data \(skipped: by policy\), logs \(not even the claim is held\)\.What to do: let the schedule save volumes/,
      ),
      expect.stringMatching(/labelled for backup, and is not protected\.$/),
    ]);
  });

  it('names the kinds, the first of many', async () => {
    const missing = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(kind => ({
      group: '',
      kind,
      count: 2,
      names: [],
    }));
    expect(
      await lines([
        { code: 'objectsMissing', next: 'fixSelection', point, missing },
      ]),
    ).toEqual([
      expect.stringMatching(/does not hold 2 A, 2 B, 2 C, 2 D, 2 E and 2 more/),
    ]);
  });

  it('says why evidence could not be read, and when it is tried again', async () => {
    expect(
      await lines([
        {
          code: 'evidenceUnknown',
          next: 'checkStorage',
          point,
          failure: 'storageUntrusted',
          nextAttemptAt: new Date(Date.now() + 10.5 * 60_000).toISOString(),
        },
      ]),
    ).toEqual([
      expect.stringMatching(
        /certificate is not signed by a known authority\. Next try in 10 minutes/,
      ),
    ]);
  });

  it('shows the code of a reason that it does not know', async () => {
    const newer = { code: 'fromTheFuture', next: 'none' } as unknown;
    expect(await lines([newer as ProtectionReason])).toEqual([
      expect.stringContaining('fromTheFuture'),
    ]);
  });
});
