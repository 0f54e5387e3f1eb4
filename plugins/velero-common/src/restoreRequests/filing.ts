import { z } from 'zod';
import { restoreSpecSchema } from './spec';

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be the digest of the preview');
const reason = z
  .string()
  .trim()
  .min(10, 'say in a sentence why, for those who decide and for the record')
  .max(4000);
const link = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https address',
});

const target = {
  /** Name of the target cluster. */
  cluster: z.string().min(1).max(63),
  spec: restoreSpecSchema,
};

const effectQuery = {
  action: z
    .enum(['create', 'skip', 'patch', 'notRestored', 'unclear'])
    .optional(),
  resource: z.string().max(320).optional(),
  namespace: z.string().max(253).optional(),
  search: z.string().max(200).optional(),
};

/** Body of `POST /restore-previews`. @public */
export const previewRestoreSchema = z.strictObject({
  ...target,
  /** Which of the effects to send along; the first page by default. */
  effects: z
    .strictObject({
      ...effectQuery,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(500).default(50),
    })
    .prefault({}),
});

/** @public */
export type PreviewRestore = z.input<typeof previewRestoreSchema>;

const filed = {
  ...target,
  /** Of the preview that the requester saw; filed is that or nothing. */
  digest,
  reason,
  ticketUrl: link.optional(),
  /** The wanted time: not executed earlier. */
  notBefore: z.iso.datetime({ offset: true }).optional(),
};

/** Body of `POST /restore-requests`. @public */
export const fileRestoreRequestSchema = z.strictObject({
  ...filed,
  /** Id of the request that this one takes the place of. */
  supersedes: z.uuid().optional(),
});

/** @public */
export type FileRestoreRequest = z.input<typeof fileRestoreRequestSchema>;

/**
 * Body of `POST /restore-requests/break-glass`: executed without approval.
 * Everyone who would have been asked is told at once, and somebody else has to
 * review it.
 *
 * @public
 */
export const breakGlassSchema = z.strictObject({
  ...filed,
  /** The incident, as its system names it. */
  incident: z.string().trim().min(1, 'name the incident').max(200),
});

/** @public */
export type BreakGlassRequest = z.input<typeof breakGlassSchema>;

/** Body of `POST /restore-requests/:id/cancel`. @public */
export const cancelRestoreRequestSchema = z.strictObject({ reason });

/** Body of `POST /restore-requests/:id/review`. @public */
export const reviewBreakGlassSchema = z.strictObject({
  verdict: z.enum(['justified', 'unjustified']),
  comment: z.string().trim().min(1).max(4000),
});

/** Query of `GET /restore-requests/:id/effects`. @public */
export const effectsQuerySchema = z.strictObject({
  ...effectQuery,
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Query of `GET /restore-requests/:id/outcome`. @public */
export const outcomeQuerySchema = z.strictObject({
  result: z.enum(['created', 'updated', 'skipped', 'failed']).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** @public */
export type EffectsQuery = z.input<typeof effectsQuerySchema>;

/** @public */
export type OutcomeQuery = z.input<typeof outcomeQuerySchema>;
