import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Response } from 'express';

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/**
 * Sends a file as it is made. Its first part is waited for before the answer
 * begins, so that what goes wrong there is still an error to the caller.
 */
export async function sendLines(
  res: Response,
  lines: AsyncGenerator<string>,
  name: string,
): Promise<void> {
  const first = await lines.next();
  res.attachment(name);
  res.type(TYPES[name.split('.').at(-1)!]);
  res.set('Cache-Control', 'no-store');
  await pipeline(
    Readable.from(
      (async function* all() {
        if (!first.done) yield first.value;
        yield* lines;
      })(),
    ),
    res,
  );
}
