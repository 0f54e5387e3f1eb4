import {
  hasEnded,
  RestoreRequestActions,
  RestoreRequestDetail,
  RestoreRequestSummary,
} from '@appgear/backstage-plugin-velero-common';
import { Sight } from '../../permissions';
import { entitledTo } from '../people';
import { factorsFilled } from '../stateMachine';
import { Execution, StoredRequest } from '../store';
import { covers } from '../rights';
import { Caller } from './Caller';
import { endOf } from './endOf';
import { partialView } from './partialView';

/** Who an answer is for. */
export interface Viewer {
  caller: Caller;
  sight: Sight;
  refs: ReadonlySet<string> | undefined;
}

export function toSummary(
  { gate, content }: StoredRequest,
  { caller, sight, refs }: Viewer,
): RestoreRequestSummary {
  const { filledBy } = factorsFilled(gate);
  const { frozen, factors, risks, summary } = content;
  const own = gate.requester === caller.ref;
  const sees = (workspace: string | undefined) =>
    own || sight.all || (workspace !== undefined && sight.sees(workspace));
  return {
    id: gate.id,
    state: gate.state,
    cluster: frozen.cluster.name,
    backup: frozen.backup.name,
    namespaces: summary.namespaces
      .filter(({ workspace }) => sees(workspace))
      .map(({ name }) => name),
    workspaces: risks.workspaces.filter(sees),
    requester: gate.requester,
    reason: content.reason,
    filedAt: gate.filedAt,
    approveBefore: gate.approveBefore,
    notBefore: gate.notBefore,
    executeBefore: gate.executeBefore,
    endedAt: gate.endedAt,
    ...endOf(gate, own || covers(sight, content.risks)),
    incident: gate.breakGlass?.incident,
    reviewPending: gate.breakGlass !== undefined && !gate.breakGlass.review,
    factors: gate.breakGlass
      ? []
      : factors.map(factor => ({
          ...factor,
          filledBy: filledBy.get(factor.id) ?? [],
        })),
    waitsForMe:
      gate.state === 'pending' &&
      !own &&
      !gate.votes.some(({ voter }) => voter === caller.ref) &&
      entitledTo(factors, refs).length > 0,
  };
}

/** What the viewer's rights allow, whatever state the request is in. */
export interface ViewerRights {
  mayVote: boolean;
  mayReview: boolean;
  mayCancel: boolean;
}

export function toDetail(
  request: StoredRequest,
  viewer: Viewer,
  rights: ViewerRights,
  execution: Execution | undefined,
): RestoreRequestDetail {
  const { gate, content } = request;
  const detail: RestoreRequestDetail = {
    ...toSummary(request, viewer),
    digest: gate.digest,
    spec: content.frozen.spec,
    summary: content.summary,
    risks: content.risks,
    rules: content.rules,
    votes: [...gate.votes],
    ticketUrl: content.ticketUrl,
    supersedes: content.supersedes,
    approvedAt: gate.approvedAt,
    startedAt: gate.startedAt,
    review: gate.breakGlass?.review,
    progress: execution?.restoreName
      ? {
          restoreName: execution.restoreName,
          phase: execution.outcome?.phase ?? execution.phase ?? '',
          ...execution.progress,
          stuckSince: execution.stuckSince,
        }
      : undefined,
    outcome: execution?.outcome,
    actions: actionsOf(request, viewer, rights),
  };
  const whole =
    gate.requester === viewer.caller.ref || covers(viewer.sight, content.risks);
  return whole ? detail : partialView(detail, id => viewer.sight.sees(id));
}

function actionsOf(
  { gate }: StoredRequest,
  { caller }: Viewer,
  { mayVote, mayReview, mayCancel }: ViewerRights,
): RestoreRequestActions {
  const own = gate.requester === caller.ref;
  const voted = gate.votes.some(({ voter }) => voter === caller.ref);
  const open = gate.state === 'pending' || gate.state === 'approved';
  const vote = mayVote && !own && !voted;
  return {
    approve: vote && gate.state === 'pending',
    veto: vote && open,
    cancel: open && !hasEnded(gate.state) && (own || mayCancel),
    review:
      mayReview &&
      !own &&
      gate.breakGlass !== undefined &&
      !gate.breakGlass.review,
  };
}
