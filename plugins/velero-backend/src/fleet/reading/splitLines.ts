import { Readable } from 'node:stream';

const NEWLINE = 0x0a;
const MAX_LINE_BYTES = 4 * 1024 * 1024;

/**
 * The lines of a stream, each as soon as it is whole.
 *
 * @throws Error on a line larger than any Kubernetes object
 */
export async function* splitLines(
  body: Readable,
  onBytes: () => void,
): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    onBytes();
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      const line = Buffer.concat([...begun, chunk.subarray(start, end)]);
      begun = [];
      bytes = 0;
      start = end + 1;
      if (line.length > 0) {
        yield line.toString('utf8');
      }
    }
    begun.push(chunk.subarray(start));
    bytes += chunk.length - start;
    if (bytes > MAX_LINE_BYTES) {
      throw new Error('the watch sent an object that is too large');
    }
  }
}
