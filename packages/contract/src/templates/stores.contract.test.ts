import {
  contextName,
  createClusterStore,
  kubeconfig,
  snapshotCrds,
  startApiServer,
  veleroCrds,
} from '@appgear/velero-sandbox';
import { KubeConfig } from '@kubernetes/client-node';
import { renderDrModule } from '@appgear/backstage-plugin-scaffolder-backend-module-velero/render';
import { Wire } from '../wire/wire';
import { objectsIn } from './__testUtils__/kustomize';
import { Applied, applyAt, ServedKinds } from './__testUtils__/ServedKinds';
import { STAND_INS } from './__testUtils__/standIns';
import { STORES } from './__testUtils__/stores';

jest.setTimeout(60_000);

const NOT_FOR_THE_SERVER = ['Kustomization', 'Component'];

/** An emulated cluster with Velero's kinds, and those of Argo CD and External Secrets. */
async function startCluster() {
  const store = createClusterStore({
    crds: [...veleroCrds(), ...snapshotCrds(), ...(STAND_INS as any)],
    clock: { now: () => new Date() },
  });
  for (const name of ['velero', 'argocd']) {
    store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  const identity = {
    name: 'admin',
    token: 'admin-of-a-sandbox',
    groups: ['system:masters'],
  };
  const server = await startApiServer({
    name: 'sandbox',
    store,
    identities: [identity],
  });
  const config = new KubeConfig();
  config.loadFromString(kubeconfig([server]));
  config.setCurrentContext(contextName(server.name, identity.name));
  return { wire: new Wire(config), close: () => server.close() };
}

/** On real servers it is the suite beside this one that applies what kustomize builds. */
(process.env.DR_WORLD ? describe.skip : describe)(
  "The DR module's files, applied to the sandbox",
  () => {
    let cluster: Awaited<ReturnType<typeof startCluster>>;
    beforeAll(async () => {
      cluster = await startCluster();
    });
    afterAll(() => cluster?.close());

    describe.each(['azure', 'gcp'] as const)('on %s', provider => {
      it.each([
        ['1.13', { namespaces: ['ws-shop'] }],
        ['1.18', { pattern: 'ws-*' }],
      ])(
        'are taken as they are, Velero %s',
        async (veleroVersion, workspaces) => {
          const files = renderDrModule({
            region: 'br',
            environment: 'dev',
            veleroVersion,
            provider,
            ...STORES[provider],
            workspaces,
            gitops: {
              repoURL: 'https://git.example.com/appgear-gitops-core.git',
            },
          });
          const objects = files
            .filter(({ path }) => path.endsWith('.yaml'))
            .flatMap(({ content }) => objectsIn(content))
            .filter(({ kind }) => !NOT_FOR_THE_SERVER.includes(kind))
            // The sandbox has Velero's kinds from the start, and takes no new ones.
            .filter(({ kind }) => kind !== 'CustomResourceDefinition');
          expect(await taken(objects)).toEqual(
            objects.map(({ kind, metadata }) => `${kind} ${metadata.name}: ok`),
          );
        },
      );
    });

    async function taken(objects: Applied[]): Promise<string[]> {
      const kinds = new ServedKinds(cluster.wire);
      const answers = [];
      for (const object of objects) {
        const path = await kinds.pathOf(object);
        const { status, body } = path
          ? await applyAt(cluster.wire, path, object)
          : { status: 404, body: { message: 'is not served' } };
        answers.push(
          `${object.kind} ${object.metadata.name}: ${
            status < 300 ? 'ok' : `${status} ${body.message}`
          }`,
        );
      }
      return answers;
    }
  },
);
