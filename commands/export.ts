import { defineCommand } from '../src/command-line/command.ts';
import { noWords } from '../src/command-line/no-words.ts';
import { reply } from '../src/command-line/reply.ts';
import { deliveryKeys } from '../src/invitations/delivery-keys.ts';
import { exportTexts } from '../src/texts/commands/export.ts';

/** `export` is a word of the language's own. */
export const exportInvitations = defineCommand({
  verb: 'export',
  permission: 'administrator',
  texts: exportTexts,
  usage: 'export',
  examples: ['export'],
  words: noWords('export'),
  async run({ store, clock, settings: { team }, caller: { user }, locale }) {
    const texts = exportTexts[locale];
    const count = await store.invitations.count(team.id, undefined);
    if (count === 0) return reply(texts.nothing);
    await store.transaction(async ({ deliveries, audit }) => {
      const now = clock.now();
      await deliveries.enqueue({
        teamId: team.id,
        kind: 'export',
        target: user.id,
        payload: { userId: user.id, locale },
        dedupeKey: deliveryKeys.export(team.id, user.id, now),
        runAt: now,
      });
      await audit.add({ teamId: team.id, at: now, actor: user.id, verb: 'export', detail: String(count) });
    });
    return reply(texts.comes);
  },
});
