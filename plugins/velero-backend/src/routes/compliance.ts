import {
  complianceQuerySchema,
  veleroWorkspaceReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { Router } from 'express';
import { ReadModel } from '../answers';
import { createReport, reportAsCsv } from '../compliance/createReport';
import { requireSight } from '../permissions';
import { VerdictBook } from '../telling';
import { Answerer } from './Answerer';
import { parseQuery } from './parseQuery';

/** `GET /compliance`: a `ComplianceReport`, or the same as CSV. */
export function addCompliance(
  {
    router,
    answerer,
    model,
  }: { router: Router; answerer: Answerer; model: ReadModel },
  book: VerdictBook,
): void {
  router.get('/compliance', async (req, res) => {
    const { workspaces } = await answerer.readerOf(req);
    requireSight(workspaces, veleroWorkspaceReadPermission);
    const { from, to, format, ...query } = parseQuery(
      complianceQuerySchema,
      req.query,
    );
    const report = await createReport(book, model, workspaces, {
      ...query,
      from: Date.parse(from),
      to: Date.parse(to),
    });
    res.set('Cache-Control', 'private, no-store');
    if (format === 'csv') {
      const days = `${from.slice(0, 10)}-${to.slice(0, 10)}`;
      res.attachment(`protection-${days}.csv`).type('text/csv');
      res.send(reportAsCsv(report));
    } else {
      res.json(report);
    }
  });
}
