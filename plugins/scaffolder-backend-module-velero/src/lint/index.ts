/**
 * The lint of GitOps repositories for DR; it runs without Backstage.
 *
 * @packageDocumentation
 */
export type { Finding } from './finding';
export { lintFiles } from './lintFiles';
export type { LintedFile, LintReport } from './lintFiles';
export { main } from './main';
