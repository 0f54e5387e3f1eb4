import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { finished } from 'node:stream';
import { ReadModel } from './answers';
import { Askers } from './courtesy';
import { Readers } from './permissions';
import { Proof } from './proof';
import { addBackups } from './routes/backups';
import { addClusters } from './routes/clusters';
import { addCompliance } from './routes/compliance';
import { addContents } from './routes/contents';
import { addCoverage } from './routes/coverage';
import { addLocations } from './routes/locations';
import { addLogs } from './routes/logs';
import { addOverview } from './routes/overview';
import { addProtection } from './routes/protection';
import { addRestores } from './routes/restores';
import { addSchedules } from './routes/schedules';
import { addTopologyA } from './routes/topologyA';
import { addWorkspaces } from './routes/workspaces';
import { Answerer } from './routes/Answerer';
import { VerdictBook } from './telling';
import { TopologyAHosts } from './topologyA';

/** What the HTTP API is made of. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  readers: Readers;
  model: ReadModel;
  proof: Proof;
  book: VerdictBook;
  topologyA: TopologyAHosts;
  askers: Askers;
}

/** The HTTP API under `/api/velero`; its answers are the types of the common package. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  const { model, proof, askers } = options;
  const context = { router, model, answerer: new Answerer(options) };

  router.get('/health', (_, res) => {
    res.json({ status: 'ok' });
  });
  router.use((_request, response, next) => {
    finished(response, askers.ask());
    next();
  });
  addOverview(context);
  addClusters(context);
  addWorkspaces(context);
  addBackups(context);
  addSchedules(context);
  addLocations(context);
  addRestores(context);
  addProtection(context, proof);
  addCoverage(context, proof);
  addContents(context, proof);
  addLogs(context, proof.evidence);
  addCompliance(context, options.book);
  addTopologyA(context, options.topologyA);
  return router;
}
