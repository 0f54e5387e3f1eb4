import { assessWorkspace, DEFAULT_POLICY, NamespaceWorld } from '../protection';
import {
  hoursAgo,
  namespace,
  NOW,
  point,
  SHOP_COMPLETE,
} from '../protection/__testUtils__/shop';
import { gradeKey, Standing, standingOf } from './Standing';

const daily = point({ backup: 'daily', takenAt: hoursAgo(2) });
const key = gradeKey('daily', hoursAgo(2));

const whole = namespace({ points: [daily] });
const emptied = namespace({
  points: [daily],
  live: {
    state: 'read',
    content: { objects: [], volumes: [] },
    unreadable: [],
  },
});

function stand(namespaces: NamespaceWorld[], before?: Standing): Standing {
  const evidenceOf = () => SHOP_COMPLETE;
  const assessment = assessWorkspace(
    { id: 'shop', intent: 'enabled', namespaces, evidenceOf },
    DEFAULT_POLICY,
    NOW,
  );
  return standingOf(assessment, [], NOW, before);
}

describe('what a point is worth to a workspace', () => {
  it('is what it holds of what lives there', () => {
    expect(stand([whole]).grades.get(key)).toBe('complete');
  });

  it('stays what it was when everything is deleted, which is when it is needed', () => {
    const lost = stand([emptied], stand([whole]));
    expect(lost.summary.verdict).toBe('empty');
    expect(lost.grades.get(key)).toBe('complete');
    expect(stand([], lost).grades.get(key)).toBe('complete');
  });

  it('is not known of a workspace in which nothing was seen alive', () => {
    expect(stand([emptied]).grades.get(key)).toBeUndefined();
  });

  it('is judged anew by what lives there again', () => {
    const other = namespace({
      points: [point({ backup: 'other', takenAt: hoursAgo(1) })],
    });
    const again = stand([other], stand([emptied], stand([whole])));
    expect([...again.grades.keys()]).toEqual([gradeKey('other', hoursAgo(1))]);
  });
});
