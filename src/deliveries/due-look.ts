import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';

export interface DueLookOptions {
  deliveries: Pick<DeliveryStore, 'teamsDue'>;
  clock: Clock;
  /** Between two looks, in milliseconds. */
  everyMs?: number;
}

/**
 * One look at the database for the workers of all teams that sleep, so that a hundred of them with nothing to do cost
 * hardly more than one.
 */
export class DueLook {
  readonly #options: Required<DueLookOptions>;
  readonly #sleepers = new Map<string, () => void>();
  #isComing = false;

  constructor(options: DueLookOptions) {
    this.#options = { everyMs: 1_000, ...options };
  }

  /** Resolves when something is due for the team, and by the signal. */
  until(teamId: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(teamId);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.#sleepers.set(teamId, wake);
      this.#lookLater();
    });
  }

  #lookLater(): void {
    if (this.#isComing || this.#sleepers.size === 0) return;
    this.#isComing = true;
    setTimeout(() => void this.#look(), this.#options.everyMs);
  }

  async #look(): Promise<void> {
    const { deliveries, clock } = this.#options;
    const asked = [...this.#sleepers.keys()];
    // What is the matter with the database is told by those who claim.
    const due = await deliveries.teamsDue(asked, clock.now()).catch(() => asked);
    for (const teamId of due) this.#sleepers.get(teamId)?.();
    this.#isComing = false;
    this.#lookLater();
  }
}
