import { RiHistoryLine } from '@remixicon/react';
import { SEARCH_TYPE_RESTORE_REQUEST } from '@appgear/backstage-plugin-velero-common';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import en from '../translation/en';
import { isRestoreRequest } from './isRestoreRequest';

/** A restore request among the results of the portal's search page. */
export const restoreRequestResult = SearchResultListItemBlueprint.make({
  name: 'restore-request',
  params: {
    predicate: isRestoreRequest,
    component: async () =>
      (await import('./RestoreRequestResult')).RestoreRequestResult,
  },
});

/** A type of results to narrow by. */
export const restoreRequestType = SearchFilterResultTypeBlueprint.make({
  name: 'restore-request',
  params: {
    value: SEARCH_TYPE_RESTORE_REQUEST,
    name: en['search.type'],
    icon: <RiHistoryLine />,
  },
});
