import { Document, isMap, isNode, isScalar, LineCounter } from 'yaml';
import { Place } from '../finding';

type Path = (string | number)[];

/** A Kubernetes object in a file, that knows on which line each of its fields stands. */
export class LintedManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;

  /**
   * @param firstLine - how many lines of the file precede the YAML: of a
   * Markdown file, it is one block.
   */
  constructor(
    readonly file: string,
    readonly object: any,
    readonly document: Document,
    readonly lines: LineCounter,
    readonly firstLine: number,
  ) {
    this.apiVersion = String(object.apiVersion ?? '');
    this.kind = String(object.kind ?? '');
    this.name = String(object.metadata?.name ?? '');
    this.namespace = object.metadata?.namespace;
  }

  is(group: string, ...kinds: string[]): boolean {
    const own = this.apiVersion.includes('/')
      ? this.apiVersion.split('/')[0]
      : '';
    return own === group && kinds.includes(this.kind);
  }

  /** Where a field stands; where it is absent, the nearest field around it. */
  at(...path: Path): Place {
    return {
      file: this.file,
      line: this.#lineOf(path),
      subject: [
        this.kind,
        [this.namespace, this.name].filter(Boolean).join('/'),
      ]
        .filter(Boolean)
        .join(' '),
    };
  }

  #lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset !== undefined) return this.#lineAt(offset);
    }
    const { contents } = this.document;
    return this.#lineAt((isNode(contents) && contents.range?.[0]) || 0);
  }

  /** Of a field's name, or of a list's item. */
  #offsetOf(path: Path): number | undefined {
    const around = this.document.getIn(path.slice(0, -1), true);
    const name = path[path.length - 1];
    const pair = isMap(around)
      ? around.items.find(({ key }) => isScalar(key) && key.value === name)
      : undefined;
    const node = pair ? pair.key : this.document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  #lineAt(offset: number): number {
    return this.firstLine + this.lines.linePos(offset).line;
  }
}
