import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import express, { Router } from 'express';

/** Files and approves restores over HTTP, each into a namespace of its own. */
export class Office {
  readonly ids: string[] = [];

  private constructor(private readonly address: string) {}

  static async open(router: Router): Promise<Office> {
    const server = express().use(router).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new Office(`http://127.0.0.1:${port}`);
  }

  async approve(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await this.#approveOne();
  }

  async #approveOne(): Promise<void> {
    const asked = {
      cluster: 'prod',
      spec: {
        backupName: 'daily-1',
        includedNamespaces: ['ws-shop'],
        namespaceMapping: { 'ws-shop': `ws-drill-${this.ids.length}` },
      },
    };
    const { preview, obstacles } = await this.#post(
      'otto.operator',
      '/restore-previews',
      asked,
    );
    if (!preview) throw new Error(JSON.stringify(obstacles));
    const { id, digest } = await this.#post(
      'otto.operator',
      '/restore-requests',
      { ...asked, digest: preview.digest, reason: 'to run the gauntlet' },
    );
    await this.#post('ana.approver', `/restore-requests/${id}/votes`, {
      decision: 'approve',
      digest,
    });
    this.ids.push(id);
  }

  async #post(person: string, path: string, body: object): Promise<any> {
    const answer = await fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-person': `user:default/${person}`,
      },
      body: JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(JSON.stringify(json));
    return json;
  }
}
