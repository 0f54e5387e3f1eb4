export type { Command } from './Command';
export { containersOf, DrTree, initContainersOf } from './DrTree';
export type { BackupSource } from './DrTree';
export type { LintedManifest } from './LintedManifest';
export { joined, parseFile } from './parseFile';
export type { ParsedFile } from './parseFile';
