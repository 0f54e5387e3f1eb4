import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { restoresApiRef } from '../api';
import { hiddenTabs } from '../frame/hiddenTabs';
import { SUB_PAGES, SubPagePath } from '../frame/subPages';

/**
 * The paths of the tabs that have something to show to the reader, and of the
 * one that the address names: its page says what the reader lacks. Undefined
 * until the backend said.
 */
export function useTabs(): SubPagePath[] | undefined {
  const { '*': address = '' } = useParams();
  const restores = useApi(restoresApiRef);
  const [hidden, setHidden] = useState<string[]>();
  useEffect(() => {
    let gone = false;
    hiddenTabs(restores).then(ids => gone || setHidden(ids));
    return () => {
      gone = true;
    };
  }, [restores]);
  return (
    hidden &&
    SUB_PAGES.map(({ path }) => path).filter(
      path =>
        !hidden.includes(`sub-page:velero/${path}`) ||
        `${address}/`.startsWith(`${path}/`),
    )
  );
}
