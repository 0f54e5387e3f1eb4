/** Looks until something is there; for what happens by itself. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  options: {
    seconds?: number;
    /** Said when it did not come. */
    otherwise?: () => Promise<string | undefined>;
  } = {},
): Promise<T> {
  const { seconds = 60, otherwise } = options;
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) {
      const more = (await otherwise?.()) ?? '';
      throw new Error(`Not within ${seconds} s: ${what}\n${more}`);
    }
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}
