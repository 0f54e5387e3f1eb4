/**
 * Shows what is hard to see otherwise, by `?fake=` in the address: `loading`
 * never answers, `forbidden`, `missing` and `failed` refuse.
 */
export function refusing<Api extends object>(api: Api): Api {
  const mode = new URLSearchParams(window.location.search).get('fake');
  const refusals: Record<string, () => Promise<never>> = {
    loading: () => new Promise(() => {}),
    forbidden: () => refuse(403, 'Not allowed'),
    missing: () => refuse(404, 'Not found'),
    failed: () => refuse(503, 'The database does not answer.'),
  };
  const refusal = mode && refusals[mode];
  return refusal ? new Proxy(api, { get: () => refusal }) : api;
}

function refuse(statusCode: number, message: string) {
  return Promise.reject(Object.assign(new Error(message), { statusCode }));
}
