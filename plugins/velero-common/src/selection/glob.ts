/**
 * Globs as Velero's library reads them (gobwas/glob, used without
 * separators): `*`, `?`, `[abc]`, `[a-z]`, `[!a]`, `{a,b}` and `\` before a
 * character to be taken as it is. Other libraries give `/`, `.` and `!`
 * meanings of their own.
 *
 * Undefined for a pattern that the library refuses.
 */
export function compileGlob(pattern: string): RegExp | undefined {
  let source = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') {
      i += 1;
      if (i === pattern.length) {
        return undefined;
      }
      source += escape(pattern[i]);
    } else if (character === '*') {
      source += '.*';
    } else if (character === '?') {
      source += '.';
    } else if (character === '[') {
      const end = pattern.indexOf(']', i + 2);
      if (end < 0) {
        return undefined;
      }
      source += characterClass(pattern.slice(i + 1, end));
      i = end;
    } else if (character === '{') {
      depth += 1;
      source += '(?:';
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (character === ',' && depth > 0) {
      source += '|';
    } else {
      source += escape(character);
    }
  }
  return depth > 0 ? undefined : new RegExp(`^${source}$`, 's');
}

function characterClass(content: string): string {
  const negated = content.startsWith('!');
  const characters = (negated ? content.slice(1) : content).replace(
    /[\\\]^]/g,
    '\\$&',
  );
  return `[${negated ? '^' : ''}${characters}]`;
}

function escape(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Whether Velero 1.18 takes a namespace for a pattern (wildcard/expand.go, containsWildcardPattern). */
export function isNamespacePattern(name: string): boolean {
  return /[*?[]/.test(name);
}
