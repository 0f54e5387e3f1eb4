import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { fromBackend, Look } from '../asking';
import { Looking, Proven } from './Proven';

/** Looks whether all of a workspace is proven to be held as it was at a time or later. */
export async function lookForProof(
  velero: VeleroService,
  { workspace, credentials, since }: Looking & { since: string },
): Promise<Look<Proven>> {
  const { verdict, summary, namespaces } = await fromBackend(
    velero.getProtection(workspace, { credentials }),
  );
  const { provenAt } = summary;
  if (provenAt && Date.parse(provenAt) >= Date.parse(since)) {
    const backups = new Set(namespaces.map(({ proven }) => proven?.backup));
    const [backup] = backups;
    return { found: { provenAt, ...(backups.size === 1 && { backup }) } };
  }
  return {
    waitingFor: `${workspace} is ${verdict}, ${
      provenAt
        ? `its newest proven point is of ${provenAt}`
        : 'no point is proven'
    }; one since ${since} is needed`,
  };
}
