import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Days, usualDays } from './reportSpan';

/** Which report the reader wants. */
export interface ReportChoice extends Days {
  /** Undefined: all. */
  tenant?: string;
  change(part: Partial<Days> & { tenant?: string }): void;
}

/** The choice as it stands in the URL, so that a link opens the same report. */
export function useReportChoice(): ReportChoice {
  const [params, setParams] = useSearchParams();
  const [usual] = useState(() => usualDays(new Date()));
  return {
    from: params.get('from') ?? usual.from,
    to: params.get('to') ?? usual.to,
    tenant: params.get('tenant') ?? undefined,
    change: part =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(part)) {
            if (value === undefined) {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace: true },
      ),
  };
}
