import { open } from 'node:fs/promises';
import { readText, TooLargeError } from '../clusters/readText';
import { ManifestError } from './ManifestError';

const MAX_BYTES = 1024 * 1024;
const CONFIGURED = 'See velero.topologyA.hosts in the portal’s configuration.';

/**
 * The text behind a host's `manifest`: a file, or an http or https address.
 * Redirects are not followed: what is configured is what is asked.
 *
 * @throws ManifestError
 */
export async function fetchManifest(
  manifest: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    return /^https?:\/\//i.test(manifest)
      ? await readAddress(manifest, signal)
      : await readFile(manifest);
  } catch (error) {
    throw error instanceof ManifestError ? error : explain(error, signal);
  }
}

async function readAddress(url: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(url, { signal, redirect: 'manual' });
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new ManifestError(
      answer.status >= 300 && answer.status < 400
        ? `The host answers with a redirect (${answer.status}), which is not followed.`
        : `The host answers with ${answer.status}.`,
      CONFIGURED,
    );
  }
  return readText(answer.body ?? [], MAX_BYTES);
}

async function readFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    // A pipe would never end.
    if (!stat.isFile()) {
      throw new ManifestError('The manifest is not a file.', CONFIGURED);
    }
    return await readText(
      file.createReadStream({ autoClose: false }),
      MAX_BYTES,
    );
  } finally {
    await file.close();
  }
}

function explain(error: unknown, signal: AbortSignal): ManifestError {
  if (error instanceof TooLargeError) {
    return new ManifestError(
      'The manifest is larger than 1 MiB.',
      'Keep fewer backups (KEEP_BACKUPS), or see whether this is the right file.',
    );
  }
  if (signal.aborted) {
    return new ManifestError(
      'The host does not answer in time.',
      'See whether it is up, and whether the portal may reach it.',
    );
  }
  const code = codeOf(error);
  switch (code) {
    case 'ENOENT':
      return new ManifestError(
        'There is no manifest.',
        `Run appgear-backup on the host once. ${CONFIGURED}`,
      );
    case 'EACCES':
      return new ManifestError(
        'The portal may not read the manifest.',
        'Let the user that the portal runs as read it; see topology-a/README.md.',
      );
    default:
      return new ManifestError(
        `The manifest cannot be read${code ? ` (${code})` : ''}.`,
        CONFIGURED,
      );
  }
}

/** Node's own code of what went wrong; `fetch` hides it in the cause. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') {
    return code;
  }
  return cause ? codeOf(cause) : undefined;
}
