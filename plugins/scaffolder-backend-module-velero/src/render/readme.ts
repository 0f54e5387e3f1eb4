import { CREDENTIALS, overlayOf, REPOSITORY_PASSWORD, ROOT } from './cluster';
import { DrModule } from './input';
import { RenderedFile } from './manifest';

/** The README beside the manifests: what to keep outside, and the steps of Day 0. */
export function readme(input: DrModule, cluster: string): RenderedFile {
  const { repositoryPassword } = input.credentials;
  return {
    path: `${ROOT}/README.md`,
    content: `# DR module

Rendered by \`velero:dr:render\`. Change its input, not these files.

| Folder | What |
| --- | --- |
| \`base/\` | Velero, its kinds, rights, credentials, node agent, and the schedules that all clusters have |
| \`overlays/<cluster>/\` | what one cluster has of its own: its place in the bucket, and its workspaces |
| \`overlays/<cluster>-day-zero/\` | the same on the day after a disaster: the bucket is only read, schedules are paused, credentials come from outside |

## Keep outside the cluster

In a place that is there when the platform is not, and that two people can open:

- the bucket's credentials, as the file that goes into \`${CREDENTIALS}\`;
- ${
      repositoryPassword
        ? `the password in \`${REPOSITORY_PASSWORD}\`: without it nobody reads the volumes' data`
        : `nothing more: volume data is encrypted with Velero's own password, which everybody knows`
    };
- the keys that unseal Vault;
- a clone of this repository, and access to it.

## Day 0

1. A new cluster with the storage of Module 04, and the operators of Argo CD. Not
   yet Vault, Keycloak or Backstage: they come out of the backup.

2. The namespace, and what is kept outside:

   \`\`\`sh
   kubectl apply -f ${ROOT}/base/namespace.yaml
   kubectl create secret generic ${CREDENTIALS} -n velero --from-file=cloud=FILE${
      repositoryPassword
        ? `
   kubectl create secret generic ${REPOSITORY_PASSWORD} -n velero --from-file=repository-password=FILE`
        : ''
    }
   \`\`\`

3. Velero, reading only. Twice: its kinds have to be served before their objects.
   Argo CD does not sync \`core-dr\` yet.

   \`\`\`sh
   kubectl apply --server-side -k ${overlayOf(`${cluster}-day-zero`)}
   \`\`\`

4. What everything else needs. BACKUP is the newest that the portal proved, not
   simply the newest. Then unseal Vault.

   \`\`\`sh
   velero restore create day-zero-security --from-backup BACKUP \\
     --include-namespaces security --existing-resource-policy none -n velero
   \`\`\`

5. The rest of the core, without what runs already, and no namespace mapped to
   itself. What exists is left as it is, and a volume that exists keeps its data.

   \`\`\`sh
   velero restore create day-zero-core --from-backup BACKUP \\
     --exclude-namespaces argocd,security,velero --existing-resource-policy none -n velero
   \`\`\`

6. The workspaces from their own backup, in the same way.

7. Look at the results, not at the phase: the portal says what came back.

8. Sync \`core-dr\` with its usual overlay. The bucket is written to again, and the
   schedules run.
`,
  };
}
