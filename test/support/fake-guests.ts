import type { Guests, NewGuest, PendingGuest } from '../../src/ports/guests.ts';
import { days, type FakeClock } from './fake-clock.ts';
import { refusal, type Faults } from './fake-faults.ts';

export interface FakeGuest extends PendingGuest {
  asked: NewGuest;
  status: 'pending' | 'accepted' | 'cancelled';
}

/**
 * kChat's guest invitations in memory. A second invitation of an address is taken without complaint, and cancelling
 * without a key takes back all there are, so that a test sees what should not have happened.
 */
export class FakeGuests implements Guests {
  /** Everybody who was ever invited, by whomever. */
  readonly all: FakeGuest[] = [];
  /** Whether the server has guests. */
  areThere = true;
  mayInvite = true;
  mailsLeft = Number.POSITIVE_INFINITY;
  lifeMs = days(30);
  readonly #faults: Faults;
  readonly #clock: FakeClock;
  readonly #requireBotIn: (channelId: string) => void;

  /** @param requireBotIn throws for a channel that the bot is not in. */
  constructor(faults: Faults, clock: FakeClock, requireBotIn: (channelId: string) => void) {
    this.#faults = faults;
    this.#clock = clock;
    this.#requireBotIn = requireBotIn;
  }

  /** What somebody did in kChat itself, or what was there before. */
  add(asked: NewGuest, changes: Partial<FakeGuest> = {}): FakeGuest {
    const key = `key-${this.all.length + 1}`;
    const expiresAt = this.#clock.now() + this.lifeMs;
    const guest: FakeGuest = { key, email: asked.email, expiresAt, asked, status: 'pending', ...changes };
    this.all.push(guest);
    return guest;
  }

  /** Somebody changes it in kChat itself, such as its end. */
  change(email: string, changes: Partial<FakeGuest>): void {
    for (const guest of this.pendingOf(email)) Object.assign(guest, changes);
  }

  pendingOf(email: string): FakeGuest[] {
    return this.all.filter((guest) => guest.email === email && guest.status === 'pending');
  }

  pendingGuests(channelId: string): Promise<PendingGuest[] | undefined> {
    return this.#faults.around('pendingGuests', () => {
      if (!this.areThere) return undefined;
      this.#requireBotIn(channelId);
      return this.all
        .filter(({ status, asked }) => status === 'pending' && asked.channelIds.includes(channelId))
        .map(({ key, email, expiresAt }) => ({ key, email, expiresAt }));
    });
  }

  inviteGuest(asked: NewGuest): Promise<void> {
    return this.#faults.around('inviteGuest', () => {
      if (!this.areThere) throw refusal(501, undefined, {}, 'kChat');
      if (!this.mayInvite) throw refusal(403, undefined, {}, 'kChat');
      asked.channelIds.forEach(this.#requireBotIn);
      if (this.mailsLeft < 1) throw refusal(413, 'app.email.rate_limit_exceeded.app_error', {}, 'kChat');
      this.mailsLeft -= 1;
      this.add(asked);
    });
  }

  cancelGuest({ key }: Pick<PendingGuest, 'key'>): Promise<void> {
    return this.#faults.around('cancelGuest', () => {
      for (const guest of this.all) {
        if (guest.status === 'pending' && (key === '' || guest.key === key)) guest.status = 'cancelled';
      }
    });
  }
}
