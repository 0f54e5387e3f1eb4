import type { CertificateAuthority } from './certificates';
import type { Listener } from './listener';
import type { Watches } from './watches';

/** Which certificate a server shows. */
export type CertificateFault = 'none' | 'foreign' | 'expired';

/** The faults that are on now. */
export interface FaultState {
  latencyMs: number;
  tooManyRequestsShare: number;
  unauthorized: boolean;
  halfOpen: boolean;
  down: boolean;
  certificate: CertificateFault;
}

/** The state of a server that nothing is wrong with. */
export function noFaults(): FaultState {
  return {
    latencyMs: 0,
    tooManyRequestsShare: 0,
    unauthorized: false,
    halfOpen: false,
    down: false,
    certificate: 'none',
  };
}

/** What faults act upon. */
export interface FaultTargets {
  listener: Listener;
  watches: Watches;
  authority: CertificateAuthority;
  foreignAuthority: () => Promise<CertificateAuthority>;
  expireVersions: () => void;
}

/** What can go wrong with one API server, on demand. */
export class Faults {
  readonly #targets: FaultTargets;
  readonly #state: FaultState;

  /** @param state - what the server looks at with every request */
  constructor(state: FaultState, targets: FaultTargets) {
    this.#state = state;
    this.#targets = targets;
  }

  get state(): Readonly<FaultState> {
    return this.#state;
  }

  /** Every answer comes this much later. */
  latency(milliseconds: number): void {
    this.#state.latencyMs = milliseconds;
  }

  /** Refuses a share of all requests, from 0 to 1, with 429 and Retry-After. */
  tooManyRequests(share: number): void {
    this.#state.tooManyRequestsShare = share;
  }

  /** Knows no token any more, as when all have expired; open watches live on. */
  unauthorized(on: boolean): void {
    this.#state.unauthorized = on;
  }

  /** Ends all watches now, as a server does whose time limit came. */
  dropWatches(): void {
    this.#targets.watches.end();
  }

  /** Cuts all connections now, in the middle of whatever they carry. */
  resetConnections(): void {
    this.#targets.listener.destroyConnections();
  }

  /** Forgets all history: older versions and continue tokens are 410 from now on. */
  expireVersions(): void {
    this.#targets.expireVersions();
  }

  /** Accepts connections and never answers; open watches fall silent. */
  halfOpen(on: boolean): void {
    if (on === this.#state.halfOpen) {
      return;
    }
    this.#state.halfOpen = on;
    this.#targets.listener.hold(on);
    if (on) {
      this.#targets.watches.silence();
    } else {
      // the other side of a lost connection learns of it at last
      this.#targets.listener.destroyConnections();
    }
  }

  /** Refuses connections; the port stays the server's own for when it comes back. */
  async down(on: boolean): Promise<void> {
    if (on !== this.#state.down) {
      await (on
        ? this.#targets.listener.close()
        : this.#targets.listener.listen());
      this.#state.down = on;
    }
  }

  /** Shows a certificate that clients must not trust; open connections are cut. */
  async certificate(fault: CertificateFault): Promise<void> {
    const { authority, foreignAuthority, listener } = this.#targets;
    const issuer = fault === 'foreign' ? await foreignAuthority() : authority;
    const expired = fault === 'expired';
    listener.useCertificate(await issuer.issue({ expired }));
    listener.destroyConnections();
    this.#state.certificate = fault;
  }

  /** Back to health. */
  async clear(): Promise<void> {
    this.latency(0);
    this.tooManyRequests(0);
    this.unauthorized(false);
    this.halfOpen(false);
    await this.down(false);
    if (this.#state.certificate !== 'none') {
      await this.certificate('none');
    }
  }
}
