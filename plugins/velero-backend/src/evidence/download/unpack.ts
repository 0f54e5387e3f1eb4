import { pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { EvidenceError } from './EvidenceError';

/** In bytes. */
export interface SizeLimits {
  maxCompressedBytes: number;
  maxExpandedBytes: number;
}

/**
 * Unpacks a gzipped file as it arrives.
 *
 * @throws EvidenceError `truncated`, `notGzip`, `malformed` or `tooLarge`
 */
export async function* unpack(
  packed: Readable,
  limits: SizeLimits,
): AsyncGenerator<Buffer> {
  const plain = pipeline(
    packed,
    limitTo(limits.maxCompressedBytes, 'packed'),
    createGunzip(),
    limitTo(limits.maxExpandedBytes, 'unpacked'),
    () => {},
  );
  try {
    yield* plain as AsyncIterable<Buffer>;
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException);
  } finally {
    packed.destroy();
  }
}

function limitTo(maxBytes: number, state: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) {
        done(null, chunk);
        return;
      }
      const message = `The file is larger than ${maxBytes} bytes ${state}.`;
      done(
        new EvidenceError(
          'tooLarge',
          message,
          'Raise maxCompressedBytes or maxExpandedBytes under velero.evidence if the backup is really that large.',
        ),
      );
    },
  });
}

function explain(error: NodeJS.ErrnoException): Error {
  if (error instanceof EvidenceError) {
    return error;
  }
  if (error.code === 'Z_DATA_ERROR' && /header check/.test(error.message)) {
    return new EvidenceError(
      'notGzip',
      'The file is not gzip.',
      'Something other than the bucket may have answered, such as the sign-in page of a proxy.',
    );
  }
  if (error.code?.startsWith('Z_') && error.code !== 'Z_BUF_ERROR') {
    return new EvidenceError('malformed', 'The file is damaged.');
  }
  if (error.name === 'AbortError') {
    return error;
  }
  return new EvidenceError('truncated', 'The file ends in the middle.');
}
