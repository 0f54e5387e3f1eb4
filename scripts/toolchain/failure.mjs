/** A failure that a person can mend: its message is one clear sentence or two. */
export class Failure extends Error {}

/** Ends the process; only unforeseen errors show a stack. */
export function fail(error) {
  console.error(
    error instanceof Failure ? `\n✖ ${error.message}` : error?.stack ?? error,
  );
  process.exit(1);
}

/**
 * Puts what went wrong in a tool's output into a sentence of ours, or
 * undefined when the output says nothing we know.
 */
export function explain(output) {
  const [, sentence] =
    KNOWN_CAUSES.find(([pattern]) => pattern.test(output)) ?? [];
  return sentence;
}

const KNOWN_CAUSES = [
  [
    /YN0028/,
    'yarn.lock does not fit the manifests: run `yarn install` with Node 22 or 24 and commit yarn.lock.',
  ],
  [
    /ENOSPC|no space left on device/i,
    'The disk is full: free some space (4 GB are enough) and run the command again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'A file or folder may not be written: give this user write access to the repository’s folder.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network timeout|RequestError|YN0001.*(?:socket|timeout)/i,
    'A download failed: check the network and npm’s own registry setting (`npm config get registry`), then run the command again.',
  ],
  [
    /E404|ETARGET|No candidates found|YN0082/,
    'The npm registry does not have a package that is needed: check `npm config get registry`.',
  ],
];
