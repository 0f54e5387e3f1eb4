import { useState } from 'react';

/**
 * What the reader looked at. The page stays current by itself, so what it
 * shows may be other than what was judged: then the reader is asked again.
 */
export function useSeenDigest(digest: string) {
  const [seen, setSeen] = useState(digest);
  return {
    seen,
    hasChanged: seen !== digest,
    /** The reader has looked at what is shown now. */
    lookAgain: () => setSeen(digest),
  };
}
