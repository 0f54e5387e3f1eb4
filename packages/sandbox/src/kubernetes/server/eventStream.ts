import type { ServerResponse } from 'node:http';
import type { WatchEvent } from '../objects';
import { apiVersionOf, type ServedType } from '../resourceTypes';
import { expired } from '../status';
import type { Change } from '../store/journal';
import { decode, encode, type StoredObject } from '../store/record';
import { represent, type Representation } from './representation';

/** A watcher that leaves this much unread is cut off, as Kubernetes does. */
const MAX_UNREAD = 64 * 1024 * 1024;

/** The events of one watch, one JSON line each. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #type: ServedType;
  readonly #representation: Representation;
  readonly #inScope: (record: StoredObject) => boolean;
  readonly #version: () => number;
  /** The version that the watcher knows of. */
  #known: number;

  constructor(
    response: ServerResponse,
    type: ServedType,
    representation: Representation,
    scope: {
      inScope: (record: StoredObject) => boolean;
      version: () => number;
      from: number;
    },
  ) {
    this.#response = response;
    this.#type = type;
    this.#representation = representation;
    this.#inScope = scope.inScope;
    this.#version = scope.version;
    this.#known = scope.from;
  }

  sendExisting(record: StoredObject): void {
    if (this.#inScope(record)) {
      this.#send('ADDED', record);
    }
  }

  /** To a watcher with a selector, an object comes and goes with its labels. */
  sendChange({ type, record, previous }: Change): void {
    const was = previous !== undefined && this.#inScope(previous);
    const is = type !== 'DELETED' && this.#inScope(record);
    if (is) {
      this.#send(was ? 'MODIFIED' : 'ADDED', record);
    } else if (was) {
      this.#send(
        'DELETED',
        type === 'DELETED' ? record : leaving(previous, record),
      );
    }
  }

  /** Says how far the watcher is, unless it knows. */
  sendProgress(): void {
    if (this.#version() > this.#known) {
      this.sendBookmark();
    }
  }

  sendBookmark(annotations?: Record<string, string>): void {
    this.#known = this.#version();
    this.#write('BOOKMARK', {
      apiVersion: apiVersionOf(this.#type),
      kind: this.#type.kind,
      metadata: { annotations, resourceVersion: String(this.#known) },
    });
  }

  sendExpired(version: string, oldest: number): void {
    this.#write(
      'ERROR',
      expired(`too old resource version: ${version} (${oldest})`).status,
    );
  }

  end(): void {
    this.#response.end();
  }

  #send(type: WatchEvent['type'], record: StoredObject): void {
    this.#known = Math.max(this.#known, record.version);
    this.#writeLine(type, represent(record, this.#representation));
  }

  #write(type: string, object: object): void {
    this.#writeLine(type, Buffer.from(JSON.stringify(object)));
  }

  #writeLine(type: string, object: Buffer): void {
    if (this.#response.writableEnded) {
      return;
    }
    if (this.#response.writableLength > MAX_UNREAD) {
      this.#response.destroy();
      return;
    }
    this.#response.write(
      Buffer.concat([
        Buffer.from(`{"type":"${type}","object":`),
        object,
        Buffer.from('}\n'),
      ]),
    );
  }
}

/** What a watcher sees of an object that its selector lost: the last state it knew. */
function leaving(
  previous: StoredObject,
  { version }: StoredObject,
): StoredObject {
  const object = decode(previous);
  object.metadata.resourceVersion = String(version);
  return encode(object);
}
