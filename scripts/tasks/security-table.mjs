/**
 * `npm run security:table`: starts the portal on the sandbox, tries every route
 * that its router really has as everyone, and writes the answers into the table
 * of docs/security.md. `npm test security` says where they are not as written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fail } from '../toolchain/failure.mjs';
import { endAll } from '../toolchain/processes.mjs';
import { DOCUMENT, withTable } from './security/document.mjs';
import { tryAllRoutes } from './security/table.mjs';

try {
  const rows = await tryAllRoutes();
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), rows));
  console.log(`${rows.length} routes are in docs/security.md.`);
  await endAll();
} catch (error) {
  await endAll();
  fail(error);
}
