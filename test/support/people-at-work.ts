import { setTimeout as wait } from 'node:timers/promises';
import type { Post } from '../../sandbox/kchat/documents.ts';
import { actorsOn } from './actors.ts';
import type { Happened } from './disagreements.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** How soon people try again when kChat, or the bot, has told them that a command failed. */
const annoyanceMs = 50;

/** An administrator who imports many people and invites others one by one, and people who register. */
export function peopleAtWork(stage: Stage, { imported, invited }: { imported: number; invited: number }) {
  const { world } = stage.sandbox;
  const actors = actorsOn(stage);
  const patId = actors.person('pat.keller').id;
  const typed = Array.from({ length: invited }, (_, index) => `typed${index}@acme.ch`);
  const rows = Array.from({ length: imported }, (_, index) => `row${index}@example.test`);
  const toType = [...typed];
  /** By address: their ids in kChat. */
  const newcomers = new Map<string, string>();

  return {
    actors,
    patId,
    newcomers,
    happened(): Happened {
      const placed = typed.filter((email) => !toType.includes(email));
      return { invited: [...rows, ...placed], imported: rows, placed, newcomers };
    },

    /** @returns the message of the import, which is under way then. */
    async startImport(): Promise<Post> {
      const lines = rows.map((email, index) => `${email},Row,Nr${index}`);
      await actors.type(`/kinvite import email,first_name,last_name\n${lines.join('\n')}`);
      const offer = await until('the offer', () => actors.cardsTo(patId)[0]);
      await actors.press(offer.id, `Invite ${imported}`);
      return offer;
    },

    /** Invites the next few, again and again where kChat says that it failed, until it is over. */
    async invite(count: number, isOver: () => boolean): Promise<void> {
      for (let left = count; left > 0 && !isOver();) {
        const email = toType.shift();
        if (email === undefined) return;
        // Whoever is seen in kChat needs no second invitation, though the first command seemed to fail.
        if (newcomers.has(email)) continue;
        const answer = await actors.type(`/kinvite ${email} Typed Nr${typed.indexOf(email)} --channel ~marketing`);
        if (answer.startsWith('failed:') || answer.includes('try again')) {
          toType.push(email);
          await wait(annoyanceMs);
        } else {
          left -= 1;
        }
      }
    },

    /** The next few of those whose mail has come register. */
    async register(count: number): Promise<void> {
      const next = world.mails.filter(({ to }) => !newcomers.has(to) && actors.hasSeat(to)).slice(0, count);
      for (const mail of next) newcomers.set(mail.to, await actors.accept(mail));
    },
  };
}
