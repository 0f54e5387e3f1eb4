import { ASKED_SENTENCES } from './api/askedSentences';
import { BUCKET_SENTENCES } from './api/bucketSentences';
import { Problem } from './api/clusters';
import { CLUSTER_SENTENCES } from './api/clusterSentences';
import { FILE_SENTENCES } from './api/fileSentences';
import { HOST_SENTENCES } from './api/hostSentences';
import { GATE_SENTENCES } from './restoreRequests/gateSentences';

/**
 * All that the backend says by itself, in English. `{{name}}` stands for a
 * parameter; `.hint` goes with the sentence before it. What is answered and
 * kept has a sentence's key and parameters, and the pages say it in the
 * reader's language. Kubernetes, Velero and people are quoted as they are.
 *
 * @public
 */
export const SENTENCES = {
  ...GATE_SENTENCES,
  ...ASKED_SENTENCES,
  ...CLUSTER_SENTENCES,
  ...BUCKET_SENTENCES,
  ...FILE_SENTENCES,
  ...HOST_SENTENCES,
} as const;

/** @public */
export type Sentence = keyof typeof SENTENCES;

/** Whether this portal knows the sentence: what says it may be newer. @public */
export function isSentence(key: string): key is Sentence {
  return Object.hasOwn(SENTENCES, key);
}

/** Says a sentence, with its hint if it has one. @public */
export function says(
  key: Sentence,
  params: Record<string, string | number> = {},
): Problem {
  const hint = `${key}.hint`;
  return {
    message: fill(SENTENCES[key], params),
    ...(isSentence(hint) && { hint: fill(SENTENCES[hint], params) }),
    key,
    params,
  };
}

/** A sentence with its hint after it. @public */
export function inFull({
  message,
  hint,
}: Pick<Problem, 'message' | 'hint'>): string {
  const end = /[.!?]$/.test(message) ? '' : '.';
  return hint ? `${message}${end} ${hint}` : message;
}

/** Several reasons for the same, as one text. @public */
export function inOneSentence(
  reasons: readonly Pick<Problem, 'message'>[],
): string {
  return reasons.map(({ message }) => message).join('; ');
}

function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/{{(\w+)}}/g, (_, name) => String(params[name] ?? '–'));
}
