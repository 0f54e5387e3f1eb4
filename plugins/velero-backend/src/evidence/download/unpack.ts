import { says, Sentence } from '@appgear/backstage-plugin-velero-common';
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
    limitTo(limits.maxCompressedBytes, 'file.tooLarge'),
    createGunzip(),
    limitTo(limits.maxExpandedBytes, 'file.expandsTooFar'),
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

function limitTo(maxBytes: number, sentence: Sentence): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) {
        done(null, chunk);
        return;
      }
      done(new EvidenceError('tooLarge', says(sentence, { bytes: maxBytes })));
    },
  });
}

function explain(error: NodeJS.ErrnoException): Error {
  if (error instanceof EvidenceError) {
    return error;
  }
  if (error.code === 'Z_DATA_ERROR' && /header check/.test(error.message)) {
    return new EvidenceError('notGzip', says('file.notGzip'));
  }
  if (error.code?.startsWith('Z_') && error.code !== 'Z_BUF_ERROR') {
    return new EvidenceError('malformed', says('file.damaged'));
  }
  if (error.name === 'AbortError') {
    return error;
  }
  return new EvidenceError('truncated', says('file.truncated'));
}
