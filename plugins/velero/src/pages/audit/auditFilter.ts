import type { AuditPageQuery } from '@appgear/backstage-plugin-velero-common';
import { ListSpec, ListState, toListQuery } from '../../routing/listState';
import { ListHandle } from '../../routing/useListState';

const FILTERS = {
  since: 'text',
  until: 'text',
  workspace: 'text',
  person: 'text',
  request: 'text',
} as const;

/** The trail is always newest first. */
export const AUDIT_LIST = {
  sorts: ['at'],
  sort: 'at',
  order: 'desc',
  filters: FILTERS,
  hasNoSearch: true,
} as const satisfies ListSpec<string, any>;

export type AuditList = ListHandle<'at', typeof FILTERS>;

/** What the URL asks the backend for. */
export function toAuditQuery(
  state: ListState<'at', typeof FILTERS>,
): AuditPageQuery {
  const { sort: _s, order: _o, search: _q, ...query } = toListQuery(state);
  return query;
}
