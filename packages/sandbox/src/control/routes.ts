import { z } from 'zod';
import { Sandbox } from '../sandbox';
import { SandboxCluster } from '../SandboxCluster';
import * as actions from './actions';
import { BadRequest, NotThere } from './errors';
import * as requests from './requests';

/** Answers one request; `names` are the parts of the path that are names. */
type Answer = (body: unknown, names: string[]) => unknown;

/** What the control endpoint understands, by method and path. */
export function controlRoutes(sandbox: Sandbox): Record<string, Answer> {
  const cluster = (name: string) => clusterOf(sandbox, name);
  const bucket = (name: string) => bucketOf(sandbox, name);
  return {
    'GET /': () => actions.describeState(sandbox),
    'POST /clock': body =>
      actions.setClock(sandbox, parse(requests.clockRequest, body)),
    'POST /clusters/*/faults': (body, [name]) =>
      actions.setClusterFaults(
        cluster(name),
        parse(requests.clusterFaultsRequest, body),
      ),
    'DELETE /clusters/*/faults': (_, [name]) =>
      actions.clearClusterFaults(cluster(name)),
    'POST /clusters/*/velero': (body, [name]) =>
      actions.controlVelero(cluster(name), parse(requests.veleroRequest, body)),
    'POST /clusters/*/backups': (body, [name]) =>
      actions.createBackup(cluster(name), parse(requests.backupRequest, body)),
    'POST /clusters/*/schedules/*/run': (body, [name, schedule]) => {
      parse(requests.emptyRequest, body);
      return actions.runSchedule(cluster(name), schedule);
    },
    'POST /buckets/*/faults': (body, [name]) =>
      actions.setBucketFaults(
        sandbox,
        bucket(name),
        parse(requests.bucketFaultsRequest, body),
      ),
    'DELETE /buckets/*/faults': (_, [name]) =>
      actions.clearBucketFaults(sandbox, bucket(name)),
  };
}

/** @throws NotThere when no route fits, with those that there are */
export function findRoute(
  routes: Record<string, Answer>,
  method: string,
  path: string,
): { answer: Answer; names: string[] } {
  for (const [route, answer] of Object.entries(routes)) {
    const [routeMethod, pattern] = route.split(' ');
    const source = pattern.replaceAll('*', '([^/]+)');
    const match = new RegExp(`^${source}$`).exec(path);
    if (match && routeMethod === method) {
      return { answer, names: match.slice(1).map(decodeURIComponent) };
    }
  }
  throw new NotThere(
    `There is no ${method} ${path}; there are ${Object.keys(routes).join(
      ', ',
    )}.`,
  );
}

function parse<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new BadRequest(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}

function clusterOf({ clusters }: Sandbox, name: string): SandboxCluster {
  const found = clusters[name];
  if (!found) {
    throw new NotThere(
      `There is no cluster '${name}'; there are ${Object.keys(clusters).join(
        ', ',
      )}.`,
    );
  }
  return found;
}

function bucketOf({ objectStore }: Sandbox, name: string): string {
  const { buckets } = objectStore.store;
  if (!buckets.includes(name)) {
    throw new NotThere(
      `There is no bucket '${name}'; there are ${buckets.join(', ')}.`,
    );
  }
  return name;
}
