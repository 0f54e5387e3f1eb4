import { says } from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { errorSaying, problemsIn } from '../problems';

/**
 * Reads a request's query.
 *
 * @throws InputError (400) that names each parameter and what is wrong with it
 */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  query: unknown,
): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) {
    return result.data;
  }
  throw errorSaying(InputError, says('asked.query'), problemsIn(result.error));
}
