/** What a random request looks like; times in milliseconds from its filing. */
export interface World {
  factors: Array<{ id: string; count: number }>;
  approveWithin: number;
  executeWithin: number;
  notBefore?: number;
  breakGlass: boolean;
}

interface Ballot {
  name: string;
  roles: string[];
}

/**
 * The gate as a careful clerk would run it with pen and paper: a pile of
 * ballots, a stamp, and trying every seating until one fits. The model that
 * the state machine is tested against; shares no code with it.
 */
export class Clerk {
  now = 0;
  stamp = 'pending';
  ballots: Ballot[] = [];
  votedNames: string[] = [];
  approvedAt: number | undefined;
  reviewer: string | undefined;

  constructor(readonly world: World, readonly requester: string) {
    if (world.breakGlass || world.factors.length === 0) {
      this.stamp = 'approved';
      this.approvedAt = 0;
    }
  }

  wait(ms: number) {
    this.now += ms;
  }

  /** Every desk looks at the clock before it looks at the paper. */
  lookAtClock() {
    if (this.stamp === 'pending' && this.now >= this.world.approveWithin) {
      this.stamp = 'expired';
    }
    if (this.stamp === 'approved' && this.now >= this.windowEnd()) {
      this.stamp = 'expired';
    }
  }

  vote(vote: {
    name: string;
    service: boolean;
    veto: boolean;
    comment: string;
    sawCurrent: boolean;
    roles: string[];
  }) {
    this.lookAtClock();
    const open =
      this.stamp === 'pending' || (this.stamp === 'approved' && vote.veto);
    const mayVote =
      !vote.service &&
      vote.name !== this.requester &&
      !this.votedNames.includes(vote.name) &&
      this.asked().some(id => vote.roles.includes(id));
    const wellFormed =
      vote.sawCurrent && (!vote.veto || vote.comment.trim() !== '');
    if (!open || !mayVote || !wellFormed) return;

    this.votedNames.push(vote.name);
    if (vote.veto) {
      this.stamp = 'rejected';
      return;
    }
    this.ballots.push({ name: vote.name, roles: vote.roles });
    if (this.everySeatTaken(this.ballots)) {
      this.stamp = 'approved';
      this.approvedAt = this.now;
    }
  }

  withdraw(stamp: 'cancelled' | 'invalidated') {
    this.lookAtClock();
    if (this.stamp === 'pending' || this.stamp === 'approved') {
      this.stamp = stamp;
    }
  }

  start(look: {
    sameContent: boolean;
    requesterMay: boolean;
    rolesNow: Record<string, string[]>;
  }) {
    this.lookAtClock();
    if (this.stamp !== 'approved') return;
    if (this.now < (this.world.notBefore ?? 0)) return;
    const still = this.ballots.map(({ name, roles }) => ({
      name,
      roles: roles.filter(role => (look.rolesNow[name] ?? []).includes(role)),
    }));
    const sound =
      look.sameContent && look.requesterMay && this.everySeatTaken(still);
    this.stamp = sound ? 'executing' : 'invalidated';
  }

  finish(stamp: string) {
    this.lookAtClock();
    if (this.stamp === 'executing') this.stamp = stamp;
  }

  review(review: {
    name: string;
    service: boolean;
    comment: string;
    guard: boolean;
  }) {
    this.lookAtClock();
    if (
      this.world.breakGlass &&
      this.reviewer === undefined &&
      !review.service &&
      review.guard &&
      review.name !== this.requester &&
      review.comment.trim() !== ''
    ) {
      this.reviewer = review.name;
    }
  }

  private asked(): string[] {
    if (this.world.breakGlass) return [];
    return this.world.factors.map(factor => factor.id);
  }

  private windowEnd(): number {
    const opens = Math.max(this.approvedAt!, this.world.notBefore ?? 0);
    return opens + this.world.executeWithin;
  }

  private everySeatTaken(ballots: Ballot[]): boolean {
    const seats: string[] = [];
    for (const id of this.asked()) {
      const { count } = this.world.factors.find(factor => factor.id === id)!;
      for (let seat = 0; seat < count; seat++) seats.push(id);
    }
    return Clerk.fits(seats, ballots);
  }

  /** Tries each person on the first seat, and the rest on the other seats. */
  private static fits(seats: string[], ballots: Ballot[]): boolean {
    if (seats.length === 0) return true;
    return ballots.some(
      (ballot, index) =>
        ballot.roles.includes(seats[0]) &&
        Clerk.fits(
          seats.slice(1),
          ballots.filter((_, other) => other !== index),
        ),
    );
  }
}
