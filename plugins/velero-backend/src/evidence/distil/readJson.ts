import { says } from '@appgear/backstage-plugin-velero-common';
import { EvidenceError } from '../download';
import { JsonGrammar, JsonVisitor } from './JsonGrammar';
import { JsonTokenizer } from './JsonTokenizer';

/**
 * Reads a JSON document as it arrives, and keeps none of it: the list of
 * everything in a backup can be 50 MB, and parsing it whole would stop the
 * portal for a second. Keys are handed on as they are, `__proto__` among them:
 * visitors keep them in Maps.
 *
 * @throws EvidenceError `malformed` when it is not JSON, `truncated` when it
 *   ends in the middle; what the visitor or the source throws
 */
export async function readJson(
  source: AsyncIterable<Buffer>,
  visitor: JsonVisitor,
): Promise<void> {
  const grammar = new JsonGrammar(visitor);
  const tokenizer = new JsonTokenizer(grammar);
  for await (const chunk of source) {
    asMalformed(() => tokenizer.push(chunk));
  }
  const whole = asMalformed(() => tokenizer.end()) && grammar.isDone;
  if (!whole) {
    throw new EvidenceError('truncated', says('file.truncated'));
  }
}

function asMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof EvidenceError) {
      throw error;
    }
    throw new EvidenceError(
      'malformed',
      says(error instanceof RangeError ? 'file.unusable' : 'file.notJson'),
    );
  }
}
