/**
 * Loaded into the backend under test: tells, over loopback, how much memory and
 * processor time it takes and how long its event loop kept others waiting since
 * last asked.
 */
const http = require('node:http');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const { isMainThread } = require('node:worker_threads');

// Node loads this into its own worker threads too.
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();

  http
    .createServer((_request, response) => {
      response.end(
        JSON.stringify({
          rssBytes: process.memoryUsage.rss(),
          cpuSeconds: process.cpuUsage().user / 1e6,
          eventLoopDelayP99Ms: delay.percentile(99) / 1e6,
        }),
      );
      delay.reset();
    })
    .listen(Number(process.env.BENCH_PROBE_PORT), '127.0.0.1')
    .unref();
}
