/** One object that cannot be backed up or restored. */
export interface ItemFault {
  operation: 'backup' | 'restore';
  namespace: string;
  kind: string;
  name: string;
  message: string;
}

/**
 * What goes wrong in a Velero server beyond what its own rules bring about: a
 * plugin that hangs, an API call that is refused.
 */
export class VeleroFaults {
  #hanging: string[] = [];
  #items: ItemFault[] = [];

  /** Backups whose name starts so never get beyond InProgress. */
  hang(namePrefix: string): void {
    this.#hanging.push(namePrefix);
  }

  failItem(fault: ItemFault): void {
    this.#items.push(fault);
  }

  clear(): void {
    this.#hanging = [];
    this.#items = [];
  }

  hangs(backup: string): boolean {
    return this.#hanging.some(prefix => backup.startsWith(prefix));
  }

  /** @returns the error's message, if this object is to fail. */
  ofItem(
    operation: ItemFault['operation'],
    object: { kind: string; metadata: { name: string; namespace?: string } },
  ): string | undefined {
    const { name, namespace } = object.metadata;
    return this.#items.find(
      fault =>
        fault.operation === operation &&
        fault.kind === object.kind &&
        fault.name === name &&
        fault.namespace === (namespace ?? ''),
    )?.message;
  }
}
