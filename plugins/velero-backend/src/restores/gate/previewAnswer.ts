import {
  ObjectEffect,
  previewRestoreSchema,
  RestorePreviewAnswer,
  RestoreRisks,
  veleroRestoreBreakGlassPermission,
  veleroRestoreRequestPermission,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { covers, Rights } from '../rights';
import { RequestQueries, RequestStore } from '../store';
import { Caller } from './Caller';
import { beyondRights } from './errors';
import { Previewer } from './Previewer';

export interface PreviewAnswerOptions {
  store: RequestStore;
  queries: RequestQueries;
  previewer: Previewer;
  rights: Rights;
}

type Asked = z.output<typeof previewRestoreSchema>;

/** What a restore would do, for somebody who may ask for it. */
export async function answerPreview(
  caller: Caller,
  asked: Asked,
  options: PreviewAnswerOptions,
): Promise<RestorePreviewAnswer> {
  const { store, previewer } = options;
  const may = await requireAsking(caller, options.rights);
  const judged = await previewer.preview(
    asked.cluster,
    asked.spec,
    await store.now(),
  );
  if (judged.obstacles) return { obstacles: judged.obstacles };
  const { assessment, decision } = judged;
  const { risks, preview, digest } = assessment;
  if (!may(risks)) throw beyondRights();
  return {
    obstacles: [],
    preview: {
      digest,
      summary: preview.summary,
      risks,
      effects: pageOf(preview.effects, asked.effects),
      refused: decision.refused ?? [],
      factors: decision.refused ? [] : decision.factors,
      rules: decision.refused ? [] : decision.rules,
      neverApproved: await previewer.neverApproved(decision, caller.ref),
      sameTarget: await openOn(
        asked.cluster,
        preview.summary.namespaces.map(({ name }) => name),
        options.queries,
      ),
    },
  };
}

/** By either right: in an emergency one looks before one leaps, too. */
async function requireAsking({ credentials }: Caller, rights: Rights) {
  const inEmergency = await rights.sightOf(
    credentials,
    veleroRestoreBreakGlassPermission,
  );
  const asking = inEmergency.denied
    ? await rights.require(credentials, veleroRestoreRequestPermission)
    : await rights.sightOf(credentials, veleroRestoreRequestPermission);
  return (risks: RestoreRisks) =>
    covers(asking, risks) || covers(inEmergency, risks);
}

function pageOf(
  effects: readonly ObjectEffect[],
  { offset, limit, ...filter }: Asked['effects'],
) {
  const search = filter.search?.toLowerCase();
  const matching = effects.filter(
    effect =>
      (!filter.action || effect.action === filter.action) &&
      (!filter.resource || effect.resource === filter.resource) &&
      (!filter.namespace || effect.namespace === filter.namespace) &&
      (!search || effect.name.toLowerCase().includes(search)),
  );
  return {
    items: matching.slice(offset, offset + limit),
    total: matching.length,
    offset,
    limit,
  };
}

const MOST_OPEN = 500;

/** Open requests that write into one of these namespaces. */
async function openOn(
  cluster: string,
  namespaces: readonly string[],
  queries: RequestQueries,
): Promise<string[]> {
  const { items } = await queries.list(
    { states: ['pending', 'approved', 'executing'], cluster },
    {},
    { offset: 0, limit: MOST_OPEN },
  );
  return items
    .filter(({ content }) =>
      content.frozen.namespaces.some(({ name }) => namespaces.includes(name)),
    )
    .map(({ gate }) => gate.id);
}
