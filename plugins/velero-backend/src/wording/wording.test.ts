import { wordingIn } from '.';
import { RestoreWording, VerdictWording } from './Wording';

const what = 'backup daily-1';
const until = '2026-03-01T10:00:00.000Z';
const cause = { kind: 'cluster', name: 'prod', workspaces: ['shop'] } as const;

/** One of each message that is sent. */
const RESTORES: Array<(wording: RestoreWording) => unknown> = [
  to => to.approvalNeeded({ what, requester: 'otto', until, reason: '' }),
  to => to.approvalReminder({ what, until, reason: '' }),
  to => to.breakGlass({ what, requester: 'otto', incident: 'I', reason: '' }),
  to => to.approved({ what, before: until }),
  to => to.stuck({ what }),
  to => to.reviewed({ verdict: 'justified', reviewer: 'ana', comment: '' }),
  to => to.ended({ what, state: 'succeeded', reason: '' }),
  to => to.outOfBand({ kind: 'Restore', name: 'r', cluster: 'prod' }),
];
const VERDICTS: Array<(wording: VerdictWording) => unknown> = [
  to => to.worsened({ workspace: 'shop', verdict: 'stale' }),
  to => to.recovered({ workspace: 'shop' }),
  to => to.causeBegan(cause),
  to => to.causeEnded(cause),
];

describe('what is sent to people', () => {
  const [en, ptBr] = [wordingIn('en'), wordingIn('pt-BR')];

  it('is said in either language in its own words', () => {
    for (const say of RESTORES) {
      expect(say(ptBr.restores)).not.toEqual(say(en.restores));
    }
    for (const say of VERDICTS) {
      expect(say(ptBr.verdicts)).not.toEqual(say(en.verdicts));
    }
  });

  it('names the first of many, and counts the rest', () => {
    const many = {
      backup: 'daily-1',
      into: ['a', 'b', 'c', 'd', 'e'],
      cluster: 'prod',
    };
    expect(en.restores.restore(many)).toBe(
      'backup daily-1 into a, b, c and 2 more on prod',
    );
    expect(ptBr.restores.restore(many)).toBe(
      'backup daily-1 em a, b, c e mais 2 no cluster prod',
    );
  });
});
