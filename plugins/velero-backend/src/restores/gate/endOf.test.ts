import {
  says,
  inOneSentence,
  Problem,
  RestoreRequestEndState,
} from '@appgear/backstage-plugin-velero-common';
import { endOf } from './endOf';

const ended = (
  state: RestoreRequestEndState,
  endReasons: Problem[],
): Parameters<typeof endOf>[0] => ({
  state,
  endReasons,
  endReason: inOneSentence(endReasons),
});

const invalidated = ended('invalidated', [
  says('gate.newPatches', { many: 2, example: 'secrets ws-shop/card' }),
  says('gate.policyChanged'),
  { message: 'secrets ws-shop/card is forbidden' },
]);

describe('why a request ended', () => {
  it('is told whole to whoever sees all that it touches', () => {
    expect(endOf(invalidated, true)).toEqual({
      endReason: invalidated.endReason,
      endReasons: invalidated.endReasons,
    });
  });

  it('names nothing to whoever sees a part', () => {
    expect(endOf(invalidated, false)).toEqual({
      endReason: "the gate's configuration changed",
      endReasons: [says('gate.policyChanged')],
    });
  });

  it('is told to all where a clock or a person ended it', () => {
    const late = ended('expired', [
      says('gate.notApprovedInTime', { at: '2026-03-01T12:00:00.000Z' }),
    ]);
    const withdrawn = ended('cancelled', [{ message: 'Found it in Git' }]);
    expect(endOf(late, false).endReason).toMatch(/^not approved before 2026/);
    expect(endOf(withdrawn, false).endReason).toBe('Found it in Git');
  });

  it('of an old record is told to whoever sees all alone', () => {
    const old = { ...invalidated, endReasons: undefined };
    expect(endOf(old, true).endReason).toBe(invalidated.endReason);
    expect(endOf(old, false).endReason).toBeUndefined();
  });
});
