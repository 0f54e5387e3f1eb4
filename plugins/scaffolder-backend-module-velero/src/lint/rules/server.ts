import { Rule } from '../finding';
import { containersOf, initContainersOf, LintedManifest } from '../tree';
import { missingRights } from './rights';

const PLUGIN = /velero-plugin-for-/;
const containers = (...rest: (string | number)[]) => [
  'spec',
  'template',
  'spec',
  'containers',
  ...rest,
];
const hasSidecar = (server: LintedManifest) =>
  containersOf(server).findIndex(({ image }) => PLUGIN.test(image));

/** Whether Velero's server starts, and may do what it has to. */
export const serverRules: Rule[] = [
  {
    trap: 4,
    id: 'plugin-beside-the-server',
    level: 'error',
    mend: 'Make it an init container with the volume of /plugins mounted at /target.',
    source: 'velero: docs, overview-plugins.md; velero#6691',
    find: tree =>
      tree.servers
        .filter(server => hasSidecar(server) >= 0)
        .map(server => ({
          ...server.at(...containers(hasSidecar(server))),
          problem:
            'A plugin\'s image copies itself to /target and ends: beside the server it crashes, and Velero says "unable to locate ObjectStore plugin".',
        })),
  },
  {
    trap: 4,
    id: 'no-plugin',
    level: 'error',
    mend: "Add the store's plugin, such as velero/velero-plugin-for-aws, as an init container.",
    source: 'velero: docs, overview-plugins.md',
    find: tree =>
      tree.servers
        .filter(server => hasSidecar(server) < 0)
        .filter(
          server =>
            !initContainersOf(server).some(({ image }) => PLUGIN.test(image)),
        )
        .map(server => ({
          ...server.at(...containers()),
          problem: 'No plugin is installed: Velero reaches no bucket.',
        })),
  },
  {
    trap: 5,
    id: 'no-crds',
    level: 'error',
    mend: "Add Velero's CRDs of the same version (velero install --crds-only --dry-run -o yaml).",
    source: 'velero: pkg/cmd/server/server.go, veleroResourcesExist',
    find: tree => {
      const kinds = tree
        .of('apiextensions.k8s.io', 'CustomResourceDefinition')
        .some(({ name }) => name.endsWith('.velero.io'));
      const byAddress = tree.kustomizations.some(({ text }) =>
        /velero\.io_|velero[^"]*crd/.test(text),
      );
      if (kinds || byAddress) return [];
      return tree.servers.map(server => ({
        ...server.at(),
        problem:
          "Velero's kinds are not installed: the server ends when it starts, and Argo CD cannot apply locations and schedules.",
      }));
    },
  },
  {
    trap: 7,
    id: 'rights-that-do-not-suffice',
    level: 'error',
    mend: "Bind Velero's account to cluster-admin, as velero install does: what may create every kind, roles included, is an administrator anyway.",
    source: 'velero: docs, rbac.md; pkg/install/resources.go',
    find: tree =>
      missingRights(tree).map(({ role, missing }) => ({
        ...role.at('rules'),
        problem: `Velero lacks rights to ${missing.join(
          ', ',
        )}: its server ends, backups are Failed, or lack what it may not read.`,
      })),
  },
  {
    trap: 17,
    id: 'mesh-around-velero',
    level: 'error',
    mend: 'Label the Pods with sidecar.istio.io/inject: "false", and the namespace with istio-injection: disabled.',
    source: 'velero#2997; Istio: sidecar injection goes by the label',
    find: tree =>
      tree.servers
        .filter(
          ({ object }) =>
            object.spec?.template?.metadata?.annotations?.[
              'sidecar.istio.io/inject'
            ] === 'true',
        )
        .map(server => ({
          ...server.at('spec', 'template', 'metadata', 'annotations'),
          problem:
            "A sidecar in Velero's Pods: egress rules may close the bucket, and Jobs beside a sidecar do not end.",
        })),
  },
];
