import { StatusError } from '../status';
import { parseLabelSelector } from './labelSelector';

const GOLD = { tier: 'gold', size: '7', 'appgear.io/backup-enabled': 'true' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['tier', true],
    ['!tier', false],
    ['! other', true],
    ['tier=gold', true],
    ['tier==gold', true],
    ['tier = gold , size = 7', true],
    ['tier!=gold', false],
    ['other!=gold', true],
    ['tier in (gold, silver)', true],
    ['tier in (silver)', false],
    ['other in (gold)', false],
    ['tier notin (silver)', true],
    ['other notin (gold)', true],
    ['size>6', true],
    ['size<7', false],
    ['tier>1', false],
    ['tier=', false],
    ['appgear.io/backup-enabled=true', true],
    ['tier=gold,other', false],
  ])('%s', (selector, expected) => {
    expect(parseLabelSelector(selector)(GOLD)).toBe(expected);
  });

  it.each([
    ['tier in gold', "found 'gold', expected: '('"],
    ['tier in (gold', "found '', expected: ',', ')' or identifier"],
    ['=gold', "found '=', expected: !, identifier, or 'end of string'"],
    ['tier=a=b', "found '=', expected: ',' or 'end of string'"],
  ])('refuses %s', (selector, message) => {
    expect(() => parseLabelSelector(selector)).toThrow(StatusError);
    expect(() => parseLabelSelector(selector)).toThrow(message);
  });
});
