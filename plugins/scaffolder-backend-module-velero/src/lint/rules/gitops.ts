import { Rule } from '../finding';
import { BackupSource, DrTree } from '../tree';

const EXCLUDE = 'velero.io/exclude-from-backup';

/** Velero's credentials: ExternalSecrets in its namespace. */
const externalSecrets = (tree: DrTree) =>
  tree
    .of('external-secrets.io', 'ExternalSecret')
    .filter(({ namespace }) => namespace === tree.namespace);

/** What Argo CD and External Secrets make of the manifests. */
export const gitopsRules: Rule[] = [
  {
    trap: 11,
    id: 'argo-cd-prunes-backups',
    level: 'error',
    mend: 'Set prune: false; and on Schedules IgnoreExtraneous, Prune=false and template.metadata.labels, which are copied to Backups.',
    source:
      'velero#2975, #3560; argo-cd#8683; velero: pkg/builder/backup_builder.go',
    find: tree =>
      tree
        .of('argoproj.io', 'Application')
        .filter(
          ({ object }) =>
            object.spec?.destination?.namespace === tree.namespace &&
            object.spec?.syncPolicy?.automated?.prune === true,
        )
        .map(application => ({
          ...application.at('spec', 'syncPolicy', 'automated', 'prune'),
          problem:
            "Backups carry a copy of their Schedule's labels and annotations, Argo CD's own among them: it takes them for its own and removes them.",
        })),
  },
  {
    trap: 12,
    id: 'external-secret-not-served',
    level: 'error',
    mend: 'Write external-secrets.io/v1.',
    source: 'External Secrets: release notes of 0.17; external-secrets#4901',
    find: tree =>
      tree.manifests
        .filter(
          ({ apiVersion }) => apiVersion === 'external-secrets.io/v1beta1',
        )
        .map(secret => ({
          ...secret.at('apiVersion'),
          problem:
            'External Secrets from 0.17 on does not serve v1beta1: the Secret never comes, and Velero does not start.',
        })),
  },
  {
    trap: 13,
    id: 'vault-is-in-the-backup',
    level: 'error',
    mend: 'Keep the credentials outside the cluster, too, and add an overlay for Day 0 that does without the ExternalSecret (velero:dr:render writes one).',
    source: 'velero: docs, disaster-case.md',
    find: tree =>
      tree.kustomizations.some(
        ({ text }) => /ExternalSecret/.test(text) && /\$patch/.test(text),
      )
        ? []
        : externalSecrets(tree).map(secret => ({
            ...secret.at('spec', 'secretStoreRef'),
            problem:
              "Velero's credentials come only out of Vault, and Vault only out of the backup: in a new cluster neither comes up.",
          })),
  },
  {
    trap: 20,
    id: 'credentials-in-the-backup',
    level: 'error',
    mend: `Label the Secret ${EXCLUDE}: "true" in spec.target.template.metadata.labels, or leave the namespace out.`,
    source: 'velero: docs, resource-filtering.md',
    find: tree => {
      const exposed = externalSecrets(tree).filter(
        ({ object }) =>
          object.spec?.target?.template?.metadata?.labels?.[EXCLUDE] !== 'true',
      );
      if (exposed.length === 0) return [];
      const names = exposed.map(({ name }) => name).join(', ');
      return tree.backups
        .filter(({ spec }) => takes(spec, tree.namespace))
        .map(({ manifest, path }) => ({
          ...manifest.at(...path, 'includedNamespaces'),
          problem: `The Secret ${names} is part of the backup: whoever reads the bucket has its key.`,
        }));
    },
  },
];

/** Whether a backup takes a namespace whole. */
function takes(spec: BackupSource['spec'], namespace: string): boolean {
  const { includedNamespaces = ['*'], excludedNamespaces = [] } = spec;
  return (
    !spec.labelSelector &&
    !spec.orLabelSelectors &&
    includedNamespaces.some(
      (name: string) => name === '*' || name === namespace,
    ) &&
    !excludedNamespaces.includes(namespace)
  );
}
