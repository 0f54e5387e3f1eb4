/**
 * `npm run bundle-size`: how much JavaScript of our own a browser gets, from
 * the production build, against the budget of 150 kB gzip. What shared
 * libraries weigh is the portal's affair.
 */
import { fail, Failure } from '../toolchain/failure.mjs';
import { repoPath } from '../toolchain/paths.mjs';
import { ownCode } from './bundle/ownCode.mjs';
import { buildPortal } from './portal/build.mjs';

const BUDGET = 150_000;

try {
  await buildPortal();
  const files = ownCode(repoPath('packages/app/dist/static'));
  files.sort((one, other) => other.gzip - one.gzip);
  for (const { file, gzip, sources } of files) {
    console.log(`${kB(gzip)}  ${file}  ${pagesIn(sources)}`);
  }
  const all = files.reduce((total, { gzip }) => total + gzip, 0);
  console.log(`${kB(all)}  all, of a budget of ${kB(BUDGET).trim()}`);
  if (all > BUDGET) throw new Failure('The bundle is over its budget.');
} catch (error) {
  fail(error);
}

/** The pages in a file, or where else its code comes from. */
function pagesIn(sources) {
  const places = sources.map(source => {
    const [, page] = /\/src\/pages\/(\w+)\//.exec(source) ?? [];
    const [, folder] = /\/src\/(\w+)/.exec(source) ?? [];
    return page ? `pages/${page}` : folder;
  });
  const pages = places.filter(place => place.startsWith('pages/'));
  return [...new Set(pages.length > 0 ? pages : places)].join(', ');
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
