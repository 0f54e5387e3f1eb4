import { AnswerCache } from './AnswerCache';

const MIB = 1024 * 1024;

describe('AnswerCache', () => {
  it('keeps what was used last, up to 16 MiB', () => {
    const cache = new AnswerCache();
    const answer = () => Buffer.alloc(6 * MIB);
    cache.put('a', answer());
    cache.put('b', answer());
    expect(cache.get('a')).toBeDefined();
    cache.put('c', answer());
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
    expect(cache.get('c')).toBeDefined();
  });

  it('takes no more room for an answer that is put again', () => {
    const cache = new AnswerCache();
    for (let times = 0; times < 5; times++) {
      cache.put('a', Buffer.alloc(6 * MIB));
    }
    cache.put('b', Buffer.alloc(6 * MIB));
    expect(cache.get('a')).toBeDefined();
    expect(cache.get('b')).toBeDefined();
  });

  it('does not choke on an answer that is larger', () => {
    const cache = new AnswerCache();
    cache.put('a', Buffer.alloc(17 * MIB));
    cache.put('b', Buffer.from('b'));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')?.toString()).toBe('b');
  });
});
