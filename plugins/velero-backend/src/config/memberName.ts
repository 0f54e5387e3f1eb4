import { z } from 'zod';

/** Names a cluster or a bucket: part of the pages' addresses. */
export const memberName = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    'must be lower-case letters, digits, "-" and "."',
  );
