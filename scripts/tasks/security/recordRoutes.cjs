/**
 * Loaded into the backend under test: on SIGUSR2 it writes down which routes
 * the plugin's router has by then, so that none can be forgotten that is tried.
 * Backstage's own routes, below `/.backstage` and `/.well-known`, are left out.
 */
const { writeFileSync, renameSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const MOUNT = '/api/velero';
const FILE = process.env.SECURITY_ROUTES_FILE;

// Node loads this into its own worker threads too.
if (isMainThread) {
  const express = require('express');
  let plugin;
  const use = express.Router.use;
  express.Router.use = function record(path, ...handlers) {
    if (path === MOUNT) plugin = handlers[0];
    return use.call(this, path, ...handlers);
  };

  process.on('SIGUSR2', () => {
    const routes = plugin ? routesOf(plugin).filter(isOurs) : [];
    writeFileSync(`${FILE}.new`, JSON.stringify(routes));
    renameSync(`${FILE}.new`, FILE);
  });
}

function routesOf({ stack }) {
  return stack.flatMap(({ route, handle, regexp }) => {
    if (route) {
      return Object.keys(route.methods).map(
        method => `${method.toUpperCase()} ${route.path}`,
      );
    }
    if (!handle.stack) return [];
    if (!regexp.fast_slash) {
      throw new Error(`A router is mounted under ${regexp}: teach this file.`);
    }
    return routesOf(handle);
  });
}

function isOurs(route) {
  return !/ \/\.(backstage|well-known)\//.test(route);
}
