import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, RequestHandler, Response } from 'express';
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ReadModel } from '../answers';
import { Reader, Readers } from '../permissions';
import { AnswerCache } from './AnswerCache';
import { parseQuery } from './parseQuery';

/** A GET, on behalf of a reader. */
export interface Asked<Query> {
  query: Query;
  params: Record<string, string>;
  reader: Reader;
}

/** One GET route. */
export interface Route<Schema extends z.ZodType> {
  query: Schema;
  /** @throws NotAllowedError for readers that get nothing here at all */
  allow(reader: Reader): void;
  /** What is sent, or a promise of it. */
  answer(asked: Asked<z.output<Schema>>): unknown;
  /** What the answer depends on besides the model, the reader and the address. */
  variant?(): string;
}

/** Another process counts its versions anew. */
const PROCESS = randomUUID().slice(0, 8);

/**
 * Makes handlers out of routes: who asks, may he, what for; and an answer that
 * the asker has already is not made again.
 */
export class Answerer {
  readonly #services: {
    httpAuth: HttpAuthService;
    readers: Readers;
    model: ReadModel;
  };
  readonly #cache = new AnswerCache();

  constructor(services: {
    httpAuth: HttpAuthService;
    readers: Readers;
    model: ReadModel;
  }) {
    this.#services = services;
  }

  handle<Schema extends z.ZodType>(route: Route<Schema>): RequestHandler {
    return async (req, res) => {
      const reader = await this.readerOf(req);
      route.allow(reader);
      const query = parseQuery(route.query, req.query);
      const tag = this.#tagOf(req, reader, route.variant?.());
      res.set({
        ETag: tag,
        'Cache-Control': 'private, no-cache',
        Vary: 'Authorization',
      });
      if (isKnown(req.get('If-None-Match'), tag)) {
        res.status(304).end();
        return;
      }
      send(
        res,
        this.#cache.get(tag) ??
          (await this.#make(tag, () =>
            route.answer({ query, reader, params: req.params }),
          )),
      );
    };
  }

  /** Who asks, and what he may see. */
  async readerOf(req: Request): Promise<Reader> {
    const { httpAuth, readers } = this.#services;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    return readers.readerOf(credentials);
  }

  async #make(tag: string, answer: () => unknown): Promise<Buffer> {
    const body = Buffer.from(JSON.stringify(await answer()));
    this.#cache.put(tag, body);
    return body;
  }

  #tagOf(req: Request, reader: Reader, variant: string = ''): string {
    const asked = createHash('sha256')
      .update(`${reader.key} ${variant} ${req.originalUrl}`)
      .digest('base64url')
      .slice(0, 22);
    return `W/"${PROCESS}.${this.#services.model.version}.${asked}"`;
  }
}

/**
 * Not Express's `req.fresh`, which is never true for pages: a browser adds
 * `Cache-Control: no-cache` to requests whose script sets If-None-Match.
 */
function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some(known => known.trim() === tag);
}

function send(res: Response, body: Buffer): void {
  res.type('json').send(body);
}
