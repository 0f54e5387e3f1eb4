import { Readable } from 'node:stream';
import {
  SEARCH_TYPE_RESTORE_REQUEST,
  veleroRestoreReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { AuthService } from '@backstage/backend-plugin-api';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { toDocuments } from './RestoreRequestDocument';

const PAGE = 200;

/** Reads all restore requests for the index, as the search plugin. */
export class RestoreRequestCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPE_RESTORE_REQUEST;
  /** Asked per document, on its workspace. */
  readonly visibilityPermission = veleroRestoreReadPermission;
  readonly #auth: AuthService;
  readonly #velero: VeleroService;

  constructor(services: { auth: AuthService; velero: VeleroService }) {
    this.#auth = services.auth;
    this.#velero = services.velero;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents() {
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (let offset = 0; ; offset += PAGE) {
      const { items, total } = await this.#velero.listSearchableRestoreRequests(
        { offset, limit: PAGE },
        { credentials },
      );
      yield* items.flatMap(toDocuments);
      if (offset + items.length >= total || items.length === 0) return;
    }
  }
}
