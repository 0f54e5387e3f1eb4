import { useMemo } from 'react';
import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { useRequestColumns } from './useRequestColumns';

/** What a short list leaves out: it says so in its title. */
const LEFT_OUT = ['state', 'cluster', 'workspaces'];

/** A short list of requests, each row leading to its page. */
export function RequestTable(props: {
  label: string;
  requests: RestoreRequestSummary[];
  empty: string;
}) {
  const links = useLinks();
  const all = useRequestColumns();
  const columns = useMemo(
    () => all.filter(({ id }) => !LEFT_OUT.includes(id)),
    [all],
  );
  return (
    <DataTable
      label={props.label}
      columns={columns}
      items={props.requests}
      getKey={({ id }) => id}
      getHref={({ id }) => links.restoreRequest(id)}
      empty={<NothingHere>{props.empty}</NothingHere>}
    />
  );
}
