import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  LossSummary,
  ProtectionSummary,
} from '@appgear/backstage-plugin-velero-common';
import { protectionOf } from '../../../dev/fake/protection';
import { LossSentence } from './LossSentence';

const nothing = { everything: false, objects: 0, volumes: 0, newer: 0 };

async function sentence(
  protection: ProtectionSummary,
  loss: Partial<LossSummary> = {},
) {
  renderInTestApp(
    <p data-testid="loss">
      <LossSentence
        protection={{ ...protection, loss: { ...protection.loss, ...loss } }}
      />
    </p>,
  );
  return (await screen.findByTestId('loss')).textContent;
}

describe('LossSentence', () => {
  it('tells the age of the point, and what is not in it', async () => {
    expect(await sentence(protectionOf('ws-a', 'partial'))).toBe(
      'If the cluster died now, you would lose what changed in the last 3 hours. 4 older objects are not held and would be gone. 2 objects are newer than that and would be gone.',
    );
  });

  it('says that nothing more is lost only of what is proven', async () => {
    expect(await sentence(protectionOf('ws-a', 'protected'))).toMatch(
      /last 3 hours\. Nothing more/,
    );
  });

  it('takes nothing for certain when not everything is known', async () => {
    const text = await sentence(protectionOf('ws-a', 'protected'), {
      complete: false,
    });
    expect(text).toMatch(/More may be lost/);
    expect(text).not.toMatch(/Nothing more/);
  });

  it('says that everything is lost', async () => {
    expect(await sentence(protectionOf('ws-a', 'unprotected'))).toBe(
      'If the cluster died now, everything in this workspace would be lost.',
    );
  });

  it('says that evidence is being read, and promises nothing', async () => {
    expect(await sentence(protectionOf('ws-a', 'unknown'))).toMatch(
      /not known yet.*still being read/,
    );
  });

  it('counts on losing everything when nothing is known', async () => {
    const unknown = { ...protectionOf('ws-a', 'unknown'), reasons: [] };
    expect(await sentence(unknown)).toMatch(/Count on losing everything/);
  });

  it('says that backups are all that is left of what no cluster shows', async () => {
    const lost = {
      ...protectionOf('ws-a', 'unknown'),
      reasons: [
        {
          code: 'onlyInBackups',
          next: 'wait',
          cluster: 'dr',
          namespace: 'ws-a',
        } as const,
      ],
    };
    const text = await sentence(lost);
    expect(text).toMatch(/what the backups hold is all that is left/);
    expect(text).not.toMatch(/died now/);
  });

  it('says so when there is nothing to lose', async () => {
    expect(
      await sentence(protectionOf('ws-a', 'protected'), {
        ...nothing,
        pointAt: undefined,
        complete: true,
      }),
    ).toMatch(/nothing would be lost/);
  });

  it('never says that nothing is lost where a part has no point', async () => {
    const text = await sentence(protectionOf('ws-a', 'unprotected'), {
      everything: false,
      pointAt: undefined,
      objects: 7,
      volumes: 1,
      complete: true,
    });
    expect(text).toMatch(/a part of this workspace would be gone for good/);
    expect(text).toMatch(/7 older objects.*data of 1 volume/);
    expect(text).not.toMatch(/nothing would be lost/);
  });

  it('never says that nothing is lost without the verdict', async () => {
    expect(
      await sentence(protectionOf('ws-a', 'unprotected'), {
        ...nothing,
        pointAt: undefined,
        complete: true,
      }),
    ).toMatch(/Count on losing everything/);
  });
});
