import { randomUUID } from 'node:crypto';
import {
  ApprovalFactor,
  Problem,
  RestoreSpec,
  says,
  veleroRestoreBreakGlassPermission,
  veleroRestoreCancelPermission,
  veleroRestoreRequestPermission,
} from '@appgear/backstage-plugin-velero-common';
import { ConflictError } from '@backstage/errors';
import { errorSaying, UnprocessableError } from '../../problems';
import { People } from '../people';
import { RestoresConfig } from '../policy';
import { covers, Rights } from '../rights';
import { fileRequest } from '../stateMachine';
import { RequestStore, StoredRequest } from '../store';
import { Caller, requireInPerson, traceOf } from './Caller';
import { beyondRights } from './errors';
import { Judged, Previewer } from './Previewer';

/** What is asked for, parsed. */
export interface Asked {
  cluster: string;
  spec: RestoreSpec;
  digest: string;
  reason: string;
  ticketUrl?: string;
  notBefore?: string;
  supersedes?: string;
  /** With break-glass. */
  incident?: string;
}

export interface FilingOptions {
  store: RequestStore;
  previewer: Previewer;
  people: People;
  rights: Rights;
  config: RestoresConfig;
}

/** Takes requests in, and turns away at once what could only end in disappointment. */
export class Filing {
  constructor(private readonly options: FilingOptions) {}

  /** @throws NotAllowedError, ConflictError, UnprocessableError */
  async file(caller: Caller, asked: Asked): Promise<StoredRequest> {
    const { rights, store, previewer } = this.options;
    const breakGlass = asked.incident !== undefined;
    if (breakGlass) requireInPerson(caller);
    const sight = await rights.require(
      caller.credentials,
      breakGlass
        ? veleroRestoreBreakGlassPermission
        : veleroRestoreRequestPermission,
    );
    const now = await store.now();
    const judged = await previewer.judge(asked.cluster, asked.spec, now);
    if (judged.obstacles) {
      throw new UnprocessableError(says('gate.cannotSucceed'), [
        ...judged.obstacles,
      ]);
    }
    const { risks } = judged.assessment;
    if (!covers(sight, risks)) throw beyondRights();
    requireSame(asked, judged);
    requirePossibleTime(asked, judged, now);
    const factors = await this.#factors(caller, judged, breakGlass);
    await this.#checkSuperseded(caller, asked.supersedes);
    return this.#store(caller, asked, judged, factors, now);
  }

  async #factors(
    { ref }: Caller,
    { decision }: Judged,
    breakGlass: boolean,
  ): Promise<ApprovalFactor[]> {
    if (decision.refused) {
      throw new UnprocessableError(
        says('gate.policyRefuses'),
        decision.refused,
      );
    }
    if (!breakGlass) {
      const never = await this.options.previewer.neverApproved(decision, ref);
      if (never.length > 0) {
        throw new UnprocessableError(says('gate.neverApproved'), never);
      }
    }
    return decision.factors;
  }

  async #checkSuperseded(
    caller: Caller,
    supersedes: string | undefined,
  ): Promise<void> {
    if (supersedes === undefined) return;
    const old = await this.options.store.get(supersedes);
    if (!old || !['pending', 'approved'].includes(old.gate.state)) {
      throw errorSaying(
        ConflictError,
        says('gate.supersededNotOpen', { request: supersedes }),
      );
    }
    if (old.gate.requester === caller.ref) return;
    const sight = await this.options.rights.require(
      caller.credentials,
      veleroRestoreCancelPermission,
    );
    if (!covers(sight, old.content.risks)) throw beyondRights();
  }

  async #store(
    caller: Caller,
    asked: Asked,
    { assessment, decision }: Judged,
    factors: ApprovalFactor[],
    now: Date,
  ): Promise<StoredRequest> {
    const { config, people, store } = this.options;
    const refs = await people.refsOf(caller.ref);
    if (!refs) throw unknownPerson(caller.ref);
    const opened = fileRequest(
      {
        id: randomUUID(),
        requester: caller.ref,
        digest: assessment.digest,
        factors,
        approveWithinMs: config.approveWithin,
        executeWithinMs: config.executeWithin,
        notBefore: toUtc(asked.notBefore),
        breakGlassIncident: asked.incident,
      },
      now,
    );
    return store.file(
      {
        opened,
        effects: assessment.preview.effects,
        content: {
          frozen: assessment.frozen,
          effectsDigest: assessment.preview.effectsDigest,
          summary: assessment.preview.summary,
          risks: assessment.risks,
          factors,
          rules: decision.refused ? [] : decision.rules,
          requesterRefs: [...refs].sort(),
          reason: asked.reason,
          ticketUrl: asked.ticketUrl,
          supersedes: asked.supersedes,
        },
      },
      traceOf(caller),
    );
  }
}

/** @throws ConflictError when things moved since the requester looked */
function requireSame({ digest }: Asked, { assessment }: Judged): void {
  if (digest === assessment.digest) return;
  throw errorSaying(ConflictError, says('gate.previewMoved'));
}

function requirePossibleTime(
  { notBefore }: Asked,
  { assessment }: Judged,
  now: Date,
): void {
  if (notBefore === undefined) return;
  const wanted = Date.parse(notBefore);
  const expires = assessment.frozen.backup.expiresAt;
  const problems: Problem[] = [];
  if (wanted < now.getTime()) {
    problems.push(says('gate.timePast'));
  }
  if (expires && wanted >= Date.parse(expires)) {
    problems.push(says('gate.timeAfterExpiry', { at: expires }));
  }
  if (problems.length > 0) {
    throw new UnprocessableError(says('gate.cannotSucceed'), problems);
  }
}

function unknownPerson(ref: string): UnprocessableError {
  return new UnprocessableError(says('gate.cannotBeFiled'), [
    says('gate.personUnknown', { person: ref }),
  ]);
}

function toUtc(time: string | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
