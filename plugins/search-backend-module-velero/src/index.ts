/**
 * Workspaces and restore requests in search.
 *
 * @packageDocumentation
 */
export {};
