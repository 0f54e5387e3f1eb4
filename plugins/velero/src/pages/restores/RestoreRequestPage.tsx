import { TitledPage } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useRestoresQuery } from '../../query';
import { RequestView } from './RequestView';
import { useRequestName } from './useRequestName';

/** One request: what it would do, who decides, and what came of it. */
export function RestoreRequestPage(props: { id: string }) {
  const { id } = props;
  const nameOf = useRequestName();
  const query = useRestoresQuery(id, (api, signal) =>
    api.getRestoreRequest(id, { signal }),
  );
  return (
    <TitledPage title={query.data ? nameOf(query.data) : id.slice(0, 8)}>
      <QueryView query={query}>
        {request => <RequestView request={request} onChange={query.retry} />}
      </QueryView>
    </TitledPage>
  );
}
