import { open } from 'node:fs/promises';
import { readText, TooLargeError } from '../clusters/readText';
import { ManifestError } from './ManifestError';

const MAX_BYTES = 1024 * 1024;

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
    const { status } = answer;
    throw status >= 300 && status < 400
      ? new ManifestError('host.redirects', { status })
      : new ManifestError('host.answers', { status });
  }
  return readText(answer.body ?? [], MAX_BYTES);
}

async function readFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    // A pipe would never end.
    if (!stat.isFile()) {
      throw new ManifestError('host.noFile');
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
    return new ManifestError('host.tooLarge');
  }
  if (signal.aborted) {
    return new ManifestError('host.slow');
  }
  const code = codeOf(error);
  switch (code) {
    case 'ENOENT':
      return new ManifestError('host.noManifest');
    case 'EACCES':
      return new ManifestError('host.forbidden');
    default:
      return code
        ? new ManifestError('host.unreadableFor', { code })
        : new ManifestError('host.unreadable');
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
