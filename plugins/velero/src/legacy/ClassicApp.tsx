import { ReactNode, useMemo } from 'react';
import { ApiProvider } from '@backstage/core-app-api';
import { compatWrapper } from '@backstage/core-compat-api';
import {
  ApiHolder,
  ApiRef,
  routeResolutionApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { ClassicRoutes } from './ClassicRoutes';

/** What the screens need of the new frontend system, in a classic app. */
export function ClassicApp(props: { children: ReactNode }) {
  return compatWrapper(<WithRoutes>{props.children}</WithRoutes>);
}

function WithRoutes(props: { children: ReactNode }) {
  const app = useApi(routeResolutionApiRef);
  const apis = useMemo<ApiHolder>(() => {
    const routes = new ClassicRoutes(app);
    return {
      get: <T,>(ref: ApiRef<T>) =>
        ref.id === routeResolutionApiRef.id ? (routes as T) : undefined,
    };
  }, [app]);
  return <ApiProvider apis={apis}>{props.children}</ApiProvider>;
}
