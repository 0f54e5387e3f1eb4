import fc from 'fast-check';
import { ListSplitter } from './ListSplitter';

function split(text: string, sizes: number[]) {
  const bytes = Buffer.from(text);
  const splitter = new ListSplitter();
  const items: unknown[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const next = at + (sizes[turn % sizes.length] || 1);
    items.push(
      ...splitter.push(bytes.subarray(at, next)).map(item => JSON.parse(item)),
    );
    at = next;
  }
  return { items, envelope: splitter.end() };
}

const list = {
  apiVersion: 'velero.io/v1',
  kind: 'BackupList',
  metadata: { resourceVersion: '12', continue: 'abc' },
};

describe('ListSplitter', () => {
  it('finds the same items wherever the chunks are cut', () => {
    const item = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.boolean(),
        (items, sizes, itemsFirst) => {
          const whole = itemsFirst ? { items, ...list } : { ...list, items };
          expect(split(JSON.stringify(whole), sizes)).toEqual({
            items: JSON.parse(JSON.stringify(items)),
            envelope: { ...list, items: [] },
          });
        },
      ),
    );
  });

  it('reads what Go writes for no items, and white space', () => {
    const text = JSON.stringify({ ...list, items: null });
    expect(split(text, [7]).items).toEqual([]);
    const pretty = JSON.stringify({ ...list, items: [{ a: 1 }] }, undefined, 2);
    expect(split(pretty, [5]).items).toEqual([{ a: 1 }]);
  });

  it('is not led astray by an inner list called items', () => {
    const whole = { metadata: { items: [{ no: 1 }] }, items: [{ items: [1] }] };
    expect(split(JSON.stringify(whole), [3]).items).toEqual([{ items: [1] }]);
  });

  it('refuses a list that was cut off', () => {
    const text = JSON.stringify({ ...list, items: [{ a: 1 }] });
    expect(() => split(text.slice(0, -20), [9])).toThrow(
      'the list ended in the middle',
    );
  });

  it('refuses what is no list', () => {
    expect(() => split('{"kind":"Status"}', [9])).toThrow('not a list');
  });

  it('refuses an object larger than any cluster can hold', () => {
    const text = `{"items":[{"a":"${'x'.repeat(5_000_000)}"}]}`;
    expect(() => split(text, [65_536])).toThrow('too large');
  });
});
