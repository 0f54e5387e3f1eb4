/** A fenced block of a Markdown file. */
export interface Block {
  language: string;
  body: string;
  /** How many lines of the file precede the body. */
  linesBefore: number;
}

/** The fenced blocks of a Markdown text, in order. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; from: number; indent: string } | undefined;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const fence = /^(\s*)```\s*(\S*)/.exec(line);
    if (!fence) return;
    if (!open) {
      open = { language: fence[2], from: index + 1, indent: fence[1] };
      return;
    }
    const { language, from, indent } = open;
    const body = lines
      .slice(from, index)
      .map(inner =>
        inner.startsWith(indent) ? inner.slice(indent.length) : inner,
      )
      .join('\n');
    blocks.push({ language, body, linesBefore: from });
    open = undefined;
  });
  return blocks;
}
