import { says } from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { errorSaying, problemsIn } from '../problems';

/**
 * Reads a request's body.
 *
 * @throws InputError (400) that names each field and what is wrong with it
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw errorSaying(InputError, says('asked.body'), problemsIn(result.error));
}
