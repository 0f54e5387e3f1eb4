/** How slow a server is: what one object costs it, in milliseconds. */
export interface ServiceTimes {
  /** Of a list that etcd has to answer. */
  perObjectMs: number;
  /** Of a list with `resourceVersion=0`, which the watch cache answers. */
  cachedPerObjectMs: number;
}

/** How long watches live, in milliseconds. */
export interface WatchTimes {
  /** Without `timeoutSeconds` a watch is closed after once to twice this long. */
  minTimeoutMs: number;
  bookmarkEveryMs: number;
}

export const NO_SERVICE_TIMES: ServiceTimes = {
  perObjectMs: 0,
  cachedPerObjectMs: 0,
};

/** As kube-apiserver has it by default. */
export const DEFAULT_WATCH_TIMES: WatchTimes = {
  minTimeoutMs: 30 * 60_000,
  bookmarkEveryMs: 60_000,
};
