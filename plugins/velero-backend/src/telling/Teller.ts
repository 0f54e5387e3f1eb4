import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ReadModel } from '../answers';
import { Assessor } from '../proof';
import { Message } from './composeMessages';
import { findCause } from './findCause';
import { Findings, VerdictBook } from './VerdictBook';
import { Finding } from './VerdictChange';

export interface TellerOptions {
  model: ReadModel;
  assessor: Assessor;
  book: VerdictBook;
  /** Undefined: verdicts are written down, and nobody is told. */
  notifications: NotificationService | undefined;
  logger: LoggerService;
  /** Entity reference of who is told of workspaces without owner, clusters and storages. */
  platform: string | undefined;
}

const DAY_MS = 24 * 3_600_000;
const KEPT_FOR = 7 * DAY_MS;
const TOPIC = 'velero-protection';

/** Writes down how workspaces stand, and tells their owners when that changes for good. */
export class Teller {
  readonly #options: TellerOptions;

  constructor(options: TellerOptions) {
    this.#options = options;
  }

  /** One round; for a scheduled task that runs on one replica at a time. */
  async run(now: number = Date.now()): Promise<void> {
    const { assessor, book } = this.#options;
    if (assessor.isSettled) {
      await book.note(this.#find(), now);
    }
    await book.forgetMessages(now - KEPT_FOR);
    for (const { id, message } of await book.waiting()) {
      if (!(await this.#send(message))) {
        return;
      }
      await book.sent(id, now);
    }
  }

  #find(): Findings {
    const { directory, fleet } = this.#options.model;
    const stateOf = (cluster: string) => fleet.source(cluster)?.view().state;
    const isLive = (cluster: string) => stateOf(cluster) === 'live';
    const unknown = fleet.clusters.find(
      ({ name }) => stateOf(name) === 'unreachable',
    )?.name;
    const findings: Finding[] = directory
      .all()
      .flatMap(({ id, title, tenant, owner }) => {
        const standing = this.#options.assessor.of(id);
        return standing
          ? [
              {
                workspace: id,
                title,
                tenant,
                owner,
                verdict: standing.summary.verdict,
                reasons: standing.reasons,
                cause: findCause(standing.reasons, isLive, unknown),
              },
            ]
          : [];
      });
    return { findings, isWhole: fleet.isWhole };
  }

  /** @returns whether it was sent, or is for nobody */
  async #send(message: Message): Promise<boolean> {
    const { notifications, platform, logger } = this.#options;
    const { recipients, scope, ...payload } = message;
    const isShared = !scope.startsWith('velero:workspace:');
    const all =
      platform && (isShared || recipients.length === 0)
        ? [...new Set([...recipients, platform])]
        : recipients;
    if (all.length === 0 || !notifications) {
      return true;
    }
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: all },
        payload: { ...payload, scope, topic: TOPIC },
      });
      return true;
    } catch (error) {
      logger.warn(
        `A notification cannot be sent, and is tried again: ${error}`,
      );
      return false;
    }
  }
}
