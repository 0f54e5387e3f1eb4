import { z } from 'zod';
import { LANGUAGES } from '../wording';

/** `velero.notifications`: how people are told of verdicts and of restores. */
export const notificationsSchema = z.strictObject({
  language: z
    .enum(LANGUAGES, { error: `must be one of ${LANGUAGES.join(', ')}` })
    .default('en'),
});
