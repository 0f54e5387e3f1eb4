import { parseBytes } from './parseBytes';

it.each([
  ['10Gi', 10 * 2 ** 30],
  ['1.5Ki', 1536],
  ['100M', 100_000_000],
  ['1e9', 1_000_000_000],
  ['500m', 1],
  ['42', 42],
  ['5k', 5000],
])('reads %s as %i bytes', (quantity, bytes) => {
  expect(parseBytes(quantity)).toBe(bytes);
});

it.each(['', 'much', '10GiB', '-1Gi', undefined, {}])(
  'does not guess what %s means',
  quantity => {
    expect(parseBytes(quantity)).toBeUndefined();
  },
);
