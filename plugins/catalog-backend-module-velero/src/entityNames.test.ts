import { entityNames } from './entityNames';

describe('entityNames', () => {
  const nameOf = (id: string, ...others: string[]) =>
    entityNames([id, ...others]).get(id)!;

  it.each(['checkout', 'ws-1.prod_a', 'Checkout', 'a'.repeat(63)])(
    'leaves %s as it is',
    id => {
      expect(nameOf(id)).toBe(id);
    },
  );

  it.each([
    'a b',
    '-leading',
    'ends.',
    'a--b',
    'ä',
    '!!!',
    '',
    'x'.repeat(64),
    `${'y'.repeat(54)}-${'z'.repeat(20)}`,
  ])('mends "%s"', id => {
    const name = nameOf(id);
    expect(name).toMatch(/^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/);
    expect(name.length).toBeLessThanOrEqual(63);
    expect(nameOf(id, 'some', 'others')).toBe(name);
  });

  it('tells apart what differs by case or by what is mended', () => {
    const ids = ['checkout', 'Checkout', 'CHECKOUT', 'a b', 'a_b', 'a--b'];
    const names = [...entityNames(ids).values()];
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(6);
    expect(names[0]).toBe('checkout');
  });
});
