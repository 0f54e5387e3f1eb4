import { compileGlob } from './glob';

describe('compileGlob', () => {
  it.each<[string, string, boolean]>([
    ['ws-*', 'ws-', true],
    ['ws-*', 'ws-shop', true],
    ['ws-*', 'aws-shop', false],
    ['*.apps', 'deployments.apps', true],
    ['a.b', 'axb', false],
    ['ws-?', 'ws-a', true],
    ['ws-?', 'ws-ab', false],
    ['ws-[ab]', 'ws-b', true],
    ['ws-[a-c]', 'ws-b', true],
    ['ws-[!a]', 'ws-a', false],
    ['ws-[!a]', 'ws-b', true],
    ['{a,b*}', 'b1', true],
    ['{a,b*}', 'c', false],
    ['a,b', 'a,b', true],
    ['\\*', '*', true],
    ['\\*', 'x', false],
    ['!ws', '!ws', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(compileGlob(pattern)!.test(text)).toBe(expected);
  });

  it.each(['ws-[a', '{a', 'a\\'])('refuses %s', pattern => {
    expect(compileGlob(pattern)).toBeUndefined();
  });
});
