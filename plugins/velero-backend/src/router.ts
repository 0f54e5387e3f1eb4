import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ReadModel } from './answers';
import { Readers } from './permissions';
import { addBackups } from './routes/backups';
import { addClusters } from './routes/clusters';
import { addLocations } from './routes/locations';
import { addOverview } from './routes/overview';
import { addRestores } from './routes/restores';
import { addSchedules } from './routes/schedules';
import { addWorkspaces } from './routes/workspaces';
import { Answerer } from './routes/Answerer';

/** What the HTTP API is made of. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  readers: Readers;
  model: ReadModel;
}

/** The HTTP API under `/api/velero`; its answers are the types of the common package. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  const { model } = options;
  const context = { router, model, answerer: new Answerer(options) };

  router.get('/health', (_, res) => {
    res.json({ status: 'ok' });
  });
  addOverview(context);
  addClusters(context);
  addWorkspaces(context);
  addBackups(context);
  addSchedules(context);
  addLocations(context);
  addRestores(context);
  return router;
}
