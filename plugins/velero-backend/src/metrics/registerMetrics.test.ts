import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ReadModel } from '../answers';
import { Proof } from '../proof';
import { registerMetrics } from './registerMetrics';

const FOLDER = path.resolve(__dirname, '../../../../deploy/observability');

/** As OpenTelemetry's Prometheus exporter names what the backend registers. */
function exportedNames(): Set<string> {
  const names = new Set<string>();
  const metrics = {
    createObservableGauge: (name: string) => {
      names.add(name.replace(/\W/g, '_'));
      return { addCallback: () => {}, removeCallback: () => {} };
    },
  };
  registerMetrics(
    metrics as unknown as MetricsService,
    { directory: {}, fleet: {} } as ReadModel,
    {} as Proof,
  );
  return names;
}

function namesIn(text: string): string[] {
  return [...new Set(text.match(/velero_dr_\w+/g))];
}

describe('the example dashboard and alerts', () => {
  it.each(['alerts.yaml', 'grafana-dashboard.json'])(
    '%s asks for metrics that there are',
    file => {
      const text = readFileSync(path.join(FOLDER, file), 'utf8');
      const asked = namesIn(JSON.stringify(parse(text)));
      expect(asked.length).toBeGreaterThan(3);
      const exported = exportedNames();
      expect(asked.filter(name => !exported.has(name))).toEqual([]);
    },
  );
});
