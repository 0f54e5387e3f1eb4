import { RestoreRequestState } from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';
import { RequestRow, toStored, VoteRow } from './rows';
import { StoredRequest } from './types';

/** Whose requests somebody may see. */
export interface Visibility {
  /** The one who asks: own requests are always seen. */
  person?: string;
  /** Ids of workspaces; undefined means all. */
  workspaces?: readonly string[];
}

/** Which requests to read; what is not given does not narrow. */
export interface RequestFilter {
  states?: readonly RestoreRequestState[];
  workspace?: string;
  cluster?: string;
  requester?: string;
  /** Break-glass restores that nobody reviewed. */
  reviewPending?: boolean;
  /** This person voted. */
  votedBy?: string;
  /** Pending, asks one of these groups, and this person may vote and did not. */
  waitsFor?: { person: string; groups: readonly string[] };
}

/** What comes first; the newest without. */
export interface RequestOrder {
  sort: 'filedAt' | 'deadline';
  order: 'asc' | 'desc';
}

export interface RequestPage {
  items: StoredRequest[];
  total: number;
}

/** The clock that runs: to approve, then to execute. */
const DEADLINE =
  "case when state = 'approved' then execute_before else approve_before end";

/** Reads requests in lists. */
export class RequestQueries {
  constructor(private readonly database: Knex) {}

  async list(
    filter: RequestFilter,
    visibility: Visibility,
    {
      offset,
      limit,
      sort = 'filedAt',
      order = 'desc',
    }: { offset: number; limit: number } & Partial<RequestOrder>,
  ): Promise<RequestPage> {
    const rows = await this.#matching(filter, visibility)
      .orderBy([
        {
          column:
            sort === 'deadline' ? this.database.raw(DEADLINE) : 'filed_at',
          order,
        },
        { column: 'id', order: 'asc' },
      ])
      .offset(offset)
      .limit(limit)
      .select();
    const [{ count }] = await this.#matching(filter, visibility).count<
      Array<{ count: string | number }>
    >({ count: 'id' });
    return { items: await this.#withVotes(rows), total: Number(count) };
  }

  /** Ids of requests whose running clock has run out. */
  async overdue(now: Date, limit: number): Promise<string[]> {
    const time = now.toISOString();
    const rows = await this.database<RequestRow>('restore_requests')
      .where(query =>
        query.where('state', 'pending').where('approve_before', '<=', time),
      )
      .orWhere(query =>
        query.where('state', 'approved').where('execute_before', '<=', time),
      )
      .orderBy('filed_at')
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  }

  #matching(filter: RequestFilter, visibility: Visibility) {
    const query = this.database<RequestRow>('restore_requests');
    if (filter.states) query.whereIn('state', [...filter.states]);
    if (filter.cluster) query.where('cluster', filter.cluster);
    if (filter.requester) query.where('requester', filter.requester);
    if (filter.reviewPending) {
      query.whereNotNull('incident').whereNull('review');
    }
    if (filter.workspace) {
      query.whereIn('id', this.#touching([filter.workspace]));
    }
    if (filter.votedBy) {
      query.whereIn('id', this.#votedOnBy(filter.votedBy));
    }
    if (filter.waitsFor) this.#waiting(query, filter.waitsFor);
    if (visibility.workspaces) {
      const touching = this.#touching(visibility.workspaces);
      query.where(seen =>
        seen
          .whereIn('id', touching)
          .orWhere('requester', visibility.person ?? ''),
      );
    }
    return query;
  }

  #waiting(
    query: Knex.QueryBuilder,
    { person, groups }: NonNullable<RequestFilter['waitsFor']>,
  ) {
    const asked = this.database('restore_request_groups')
      .whereIn('group_ref', [...groups])
      .select('request_id');
    query
      .where('state', 'pending')
      .whereNot('requester', person)
      .whereIn('id', asked)
      .whereNotIn('id', this.#votedOnBy(person));
  }

  #votedOnBy(person: string) {
    return this.database<VoteRow>('restore_votes')
      .where('voter', person)
      .select('request_id');
  }

  #touching(workspaces: readonly string[]) {
    return this.database('restore_request_workspaces')
      .whereIn('workspace', [...workspaces])
      .select('request_id');
  }

  async #withVotes(rows: RequestRow[]): Promise<StoredRequest[]> {
    const votes = await this.database<VoteRow>('restore_votes')
      .whereIn(
        'request_id',
        rows.map(({ id }) => id),
      )
      .orderBy('position');
    return rows.map(row =>
      toStored(
        row,
        votes.filter(vote => vote.request_id === row.id),
      ),
    );
  }
}
