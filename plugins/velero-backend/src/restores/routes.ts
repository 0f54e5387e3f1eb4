import {
  auditExportQuerySchema,
  auditPageQuerySchema,
  backupLogQuerySchema,
  breakGlassSchema,
  cancelRestoreRequestSchema,
  castVoteSchema,
  effectsQuerySchema,
  fileRestoreRequestSchema,
  outcomeQuerySchema,
  outOfBandQuerySchema,
  previewRestoreSchema,
  restoreRequestsQuerySchema,
  reviewBreakGlassSchema,
  searchableQuerySchema,
} from '@appgear/backstage-plugin-velero-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseQuery } from '../routes/parseQuery';
import { AuditDesk } from './gate/AuditDesk';
import { Caller, readCaller } from './gate/Caller';
import { Desk } from './gate/Desk';
import { Asked, Filing } from './gate/Filing';
import { answerPreview, PreviewAnswerOptions } from './gate/previewAnswer';
import { Reading } from './gate/Reading';
import { RestoreLogs } from './gate/RestoreLogs';
import { listForSearch } from './gate/listForSearch';
import { listOutOfBand } from './gate/listOutOfBand';
import { OutOfBandStore } from './outOfBand';
import { parseBody } from './parseBody';
import { sendLines } from './sendLines';

export interface RestoreRoutesOptions extends PreviewAnswerOptions {
  httpAuth: HttpAuthService;
  reading: Reading;
  logs: RestoreLogs;
  filing: Filing;
  desk: Desk;
  auditDesk: AuditDesk;
  outOfBand: OutOfBandStore;
}

/** A spec is small; hooks and selectors make it a little larger. */
const MOST_BODY = '256kb';

type Handler = (
  caller: Caller,
  req: Request,
  res: Response,
) => Promise<unknown>;

/**
 * The gate's HTTP API. Everything is asked as a person: 401 without sign-in,
 * 403 without a right, 404 for what one may not see, 409 for what has moved
 * on, 422 for what cannot be.
 */
export function createRestoreRoutes(options: RestoreRoutesOptions): Router {
  const { httpAuth, reading, logs, filing, desk, auditDesk } = options;
  const router = PromiseRouter();
  const json = express.json({ limit: MOST_BODY });
  const as =
    (status: number, handler: Handler) =>
    async (req: Request, res: Response) => {
      const caller = await readCaller(req, httpAuth);
      const answer = await handler(caller, req, res);
      if (!res.headersSent) res.status(status).json(answer);
    };

  router.post(
    '/restore-previews',
    json,
    as(200, (caller, { body }) =>
      answerPreview(caller, parseBody(previewRestoreSchema, body), options),
    ),
  );
  const file = async (caller: Caller, asked: Asked) => {
    const { gate } = await filing.file(caller, asked);
    return reading.detail(caller, gate.id);
  };
  router.post(
    '/restore-requests',
    json,
    as(201, (caller, { body }) =>
      file(caller, parseBody(fileRestoreRequestSchema, body)),
    ),
  );
  router.post(
    '/restore-requests/break-glass',
    json,
    as(201, (caller, { body }) =>
      file(caller, parseBody(breakGlassSchema, body)),
    ),
  );
  router.get(
    '/restore-rights',
    as(200, caller => reading.rights(caller)),
  );
  router.get(
    '/restore-requests',
    as(200, (caller, { query }) =>
      reading.list(caller, parseQuery(restoreRequestsQuerySchema, query)),
    ),
  );
  router.get(
    '/restore-requests/:id',
    as(200, (caller, { params }) => reading.detail(caller, params.id)),
  );
  router.get(
    '/restore-requests/:id/effects',
    as(200, (caller, { params, query }) =>
      reading.effects(caller, params.id, parseQuery(effectsQuerySchema, query)),
    ),
  );
  router.get(
    '/restore-requests/:id/outcome',
    as(200, (caller, { params, query }) =>
      reading.outcome(caller, params.id, parseQuery(outcomeQuerySchema, query)),
    ),
  );
  router.get(
    '/restore-requests/:id/logs',
    as(200, (caller, { params, query }) =>
      logs.search(caller, params.id, parseQuery(backupLogQuerySchema, query)),
    ),
  );

  const decide = (
    act: (caller: Caller, id: string, body: unknown) => Promise<unknown>,
  ) =>
    as(200, async (caller, { params, body }) => {
      await act(caller, params.id, body);
      return reading.detail(caller, params.id);
    });
  router.post(
    '/restore-requests/:id/votes',
    json,
    decide((caller, id, body) =>
      desk.vote(caller, id, parseBody(castVoteSchema, body)),
    ),
  );
  router.post(
    '/restore-requests/:id/cancel',
    json,
    decide((caller, id, body) =>
      desk.cancel(
        caller,
        id,
        parseBody(cancelRestoreRequestSchema, body).reason,
      ),
    ),
  );
  router.post(
    '/restore-requests/:id/review',
    json,
    decide((caller, id, body) =>
      desk.review(caller, id, parseBody(reviewBreakGlassSchema, body)),
    ),
  );

  router.get(
    '/out-of-band',
    as(200, (caller, { query }) =>
      listOutOfBand(caller, parseQuery(outOfBandQuerySchema, query), options),
    ),
  );

  router.get('/searchable/restore-requests', async (req, res) => {
    const query = parseQuery(searchableQuerySchema, req.query);
    res.json(await listForSearch(req, query, options));
  });

  router.get(
    '/audit',
    as(200, (caller, { query }) => {
      const { offset, limit, ...filter } = parseQuery(
        auditPageQuerySchema,
        query,
      );
      return auditDesk.list(caller, filter, { offset, limit });
    }),
  );
  router.get(
    '/audit/export',
    as(200, (caller, { query }, res) => {
      const { format, ...filter } = parseQuery(auditExportQuerySchema, query);
      const lines = auditDesk.export(caller, filter, format);
      return sendLines(res, lines, `velero-audit.${format}`);
    }),
  );
  router.get(
    '/audit/verification',
    as(200, caller => auditDesk.verify(caller)),
  );
  return router;
}
