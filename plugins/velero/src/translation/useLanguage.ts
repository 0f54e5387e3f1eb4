import { useMemo, useSyncExternalStore } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The language the app is shown in, such as `en` or `pt-BR`. */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const source = useMemo(
    () => ({
      subscribe: (listener: () => void) => {
        const subscription = api.language$().subscribe(listener);
        return () => subscription.unsubscribe();
      },
      get: () => api.getLanguage().language,
    }),
    [api],
  );
  return useSyncExternalStore(source.subscribe, source.get);
}
