import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '..');

/** Properties that people read or hear. */
const SPOKEN = ['title', 'label', 'aria-label', 'placeholder', 'description'];

function components(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    path =>
      path.endsWith('.tsx') &&
      !path.includes('.test.') &&
      !path.includes('__testUtils__'),
  );
}

/** Words in a component that no translation could change. */
function literals(path: string): string[] {
  const text = readFileSync(join(SRC, path), 'utf8');
  const source = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && /\p{Letter}/u.test(node.text)) {
      found.push(node.text.trim());
    }
    if (
      ts.isJsxAttribute(node) &&
      SPOKEN.includes(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('components', () => {
  it.each(components())('say nothing past the translations: %s', path => {
    expect(literals(path)).toEqual([]);
  });
});
