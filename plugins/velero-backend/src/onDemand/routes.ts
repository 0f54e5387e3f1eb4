import {
  createBackupSchema,
  enableBackupSchema,
} from '@appgear/backstage-plugin-velero-common';
import {
  AuditorService,
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ReadModel } from '../answers';
import { VeleroConfig } from '../config';
import { parseBody } from '../restores/parseBody';
import { Rights } from '../restores/rights';
import { readAsker } from './Asker';
import { Backups } from './Backups';
import { Enablement } from './Enablement';

export interface OnDemandOptions {
  config: VeleroConfig;
  model: ReadModel;
  rights: Rights;
  httpAuth: HttpAuthService;
  auth: AuthService;
  auditor: AuditorService;
}

const MOST_BODY = '32kb';

/**
 * `POST /backups`: `CreatedBackup`; `POST /workspaces/:id/enablement`:
 * `BackupEnablement`. For people and, unlike the gate, for services: a backup
 * takes nothing away. Each call is told to Backstage's auditor.
 */
export function createOnDemandRoutes(options: OnDemandOptions): Router {
  const { auditor } = options;
  const router = PromiseRouter();
  const json = express.json({ limit: MOST_BODY });
  const backups = new Backups({
    ...options,
    config: options.config.backups.onDemand,
  });
  const enablement = new Enablement(options);

  async function audited<T extends object>(
    request: Request,
    event: { eventId: string; meta: JsonObject },
    act: () => Promise<T>,
  ): Promise<T> {
    const told = await auditor.createEvent({
      ...event,
      severityLevel: 'medium',
      request,
    });
    try {
      const answer = await act();
      await told.success({ meta: { ...answer } as JsonObject });
      return answer;
    } catch (error) {
      await told.fail({ error: error as Error });
      throw error;
    }
  }

  router.post('/backups', json, async (req, res) => {
    const asker = await readAsker(req, options);
    const asked = parseBody(createBackupSchema, req.body);
    const created = await audited(
      req,
      { eventId: 'backup-create', meta: asked as JsonObject },
      () => backups.create(asker, asked),
    );
    res.status(created.existed ? 200 : 201).json(created);
  });

  router.post('/workspaces/:id/enablement', json, async (req, res) => {
    const asker = await readAsker(req, options);
    const asked = parseBody(enableBackupSchema, req.body);
    const workspace = req.params.id;
    const enabled = await audited(
      req,
      {
        eventId: 'backup-enable',
        meta: { workspace, ...asked } as JsonObject,
      },
      () => enablement.enable(asker, workspace, asked),
    );
    res.json(enabled);
  });
  return router;
}
