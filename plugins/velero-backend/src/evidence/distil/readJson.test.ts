import fc from 'fast-check';
import { JsonPath } from './JsonGrammar';
import { Scalar } from './JsonTokenizer';
import { readJson } from './readJson';

async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

async function scalarsOf(text: string, size = 7) {
  const found: [string, Scalar][] = [];
  await readJson(inChunks(Buffer.from(text), size), {
    value: (path, value) => found.push([JSON.stringify(path), value]),
  });
  return found;
}

function expectedScalars(
  value: unknown,
  path: JsonPath = [],
): [string, unknown][] {
  if (typeof value !== 'object' || value === null) {
    return [[JSON.stringify(path), value]];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    expectedScalars(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

describe('readJson', () => {
  it('finds every value where JSON.parse finds it, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.json({ maxDepth: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          expect(await scalarsOf(text, size)).toEqual(
            expectedScalars(JSON.parse(text)),
          );
        },
      ),
    );
  });

  it('refuses whatever JSON.parse refuses', async () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"', '1', 'null', 'nul', ' '],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async parts => {
        const text = parts.join('');
        const accepts = await scalarsOf(text).then(
          () => true,
          () => false,
        );
        expect(accepts).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a":["b"', 'truncated'],
    ['', 'truncated'],
    ['"open', 'truncated'],
    ['{"a" 1}', 'malformed'],
    ['[1,]', 'malformed'],
    ['[1] 2', 'malformed'],
    ['<html>', 'malformed'],
    ['['.repeat(13), 'malformed'],
  ])('says of %s that it is %s', async (text, failure) => {
    await expect(scalarsOf(text)).rejects.toMatchObject({ failure });
  });

  it('refuses a text that is too long to be anything of Velero', async () => {
    await expect(
      scalarsOf(`["${'x'.repeat(2 * 1024 * 1024)}"]`, 64 * 1024),
    ).rejects.toMatchObject({ failure: 'malformed' });
  });

  it('hands on keys that other code stumbles over', async () => {
    expect(await scalarsOf('{"__proto__":{"constructor":true}}')).toEqual([
      ['["__proto__","constructor"]', true],
    ]);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
