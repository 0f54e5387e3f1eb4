import {
  says,
  Problem,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { Assessment, Assessor, Estate, Obstacle } from '../assessment';
import { digestOf } from '../freeze';
import { eligibleFor, People } from '../people';
import {
  decide,
  Ownership,
  PolicyDecision,
  RestorePolicy,
  whyNeverApproved,
} from '../policy';
import { clusterError } from './errors';

export interface PreviewerOptions {
  estate: Estate;
  assessor: Assessor;
  policy: RestorePolicy;
  people: People;
  globalWorkspace: string;
}

/** An assessment with what the policy makes of it. */
export interface Judged {
  assessment: Assessment;
  decision: PolicyDecision;
}

export type JudgedOrNot =
  | (Judged & { obstacles?: undefined })
  | { obstacles: Obstacle[] };

/** Pages of one preview come from one look at the cluster. */
const KEEP_MS = 60_000;
const MOST_KEPT = 20;

/** Says what a restore would do and who would have to consent, before it is filed. */
export class Previewer {
  readonly #kept = new Map<
    string,
    { judged: Promise<JudgedOrNot>; until: number }
  >();

  constructor(private readonly options: PreviewerOptions) {}

  /** The same look for a minute, for those who turn its pages. */
  preview(cluster: string, spec: RestoreSpec, now: Date): Promise<JudgedOrNot> {
    const kept = this.#kept.get(digestOf({ cluster, spec }));
    if (kept && kept.until > now.getTime()) return kept.judged;
    return this.judge(cluster, spec, now);
  }

  /**
   * Looks now. Whoever asks for a preview next is shown this look: a request
   * that was refused for an older one could not be filed for a minute else.
   */
  judge(cluster: string, spec: RestoreSpec, now: Date): Promise<JudgedOrNot> {
    const key = digestOf({ cluster, spec });
    const judged = this.#look(cluster, spec, now);
    judged.catch(() => this.#kept.delete(key));
    this.#keep(key, judged, now);
    return judged;
  }

  async #look(
    cluster: string,
    spec: RestoreSpec,
    now: Date,
  ): Promise<JudgedOrNot> {
    const { estate, assessor, policy } = this.options;
    const target = estate.target(cluster);
    if (!target) {
      const why = estate.isBucket?.(cluster) ? 'gate.bucket' : 'gate.noCluster';
      return { obstacles: [says(why, { cluster })] };
    }
    const result = await assessor
      .assess(target, spec, now, { fresh: false })
      .catch(error => {
        throw clusterError(cluster, error);
      });
    if (result.obstacles) return result;
    const { risks } = result.assessment;
    const ownership = await this.ownershipOf(risks.workspaces);
    return {
      assessment: result.assessment,
      decision: decide(policy, risks, ownership),
    };
  }

  async ownershipOf(workspaces: readonly string[]): Promise<Ownership> {
    const { estate, globalWorkspace } = this.options;
    return { owners: await estate.owners(workspaces), globalWorkspace };
  }

  /** Why there are too few people to approve it; empty when there are enough. */
  async neverApproved(
    decision: PolicyDecision,
    requester: string,
  ): Promise<Problem[]> {
    if (decision.refused) return [];
    const eligible = await eligibleFor(decision.factors, this.options.people);
    return whyNeverApproved(decision.factors, eligible, requester);
  }

  #keep(key: string, judged: Promise<JudgedOrNot>, now: Date): void {
    for (const [known, { until }] of this.#kept) {
      const tooMany = this.#kept.size >= MOST_KEPT;
      if (until <= now.getTime() || tooMany) this.#kept.delete(known);
    }
    this.#kept.set(key, { judged, until: now.getTime() + KEEP_MS });
  }
}
