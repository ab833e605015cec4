import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { readImport } from '../src/command-line/read-import.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { offerImport } from '../src/invitations/offer-import.ts';
import { cancelImport, startImport } from '../src/invitations/run-import.ts';
import { importTexts } from '../src/texts/commands/import.ts';
import { code } from '../src/texts/plain.ts';
import { typed } from '../src/texts/typed.ts';

export const importPeople = defineCommand({
  verb: 'import',
  permission: 'administrator',
  texts: importTexts,
  usage: 'import [lines|cancel]',
  examples: ['import email,first_name,last_name ⏎ jane@acme.ch,Jane,Doe ⏎ max@acme.ch,Max,Frei', 'import cancel'],
  words: z.array(z.string()).transform((words) => ({ isCancel: words.length === 1 && words[0] === 'cancel' })),
  async run(context, { isCancel }) {
    const { store, settings, caller, locale, replyTo, text } = context;
    const texts = importTexts[locale];
    if (isCancel) {
      const current = await store.imports.current(settings.team.id);
      if (!current || !(await cancelImport(context, current.id, caller.user))) throw new UserError(texts.noneRuns);
      return reply(texts.isCancelled);
    }
    if (text.trim() === '') return reply(texts.details);
    const current = await store.imports.current(settings.team.id);
    if (current?.state === 'running') throw new UserError(texts.oneRuns(typed('import cancel', replyTo.trigger)));
    const { rows: written, ignored } = readImport(text);
    const rows = await offerImport(context, written, { caller, locale, trigger: replyTo.trigger });
    const problems = rows.filter(({ problem }) => problem !== undefined).length;
    return reply(
      `**${texts.offer(rows.length - problems, problems)}**`,
      ignored.length > 0 && texts.ignores(ignored.map((name) => code(name, 40)).join(', ')),
      texts.inDirectMessages,
    );
  },
  actions: {
    confirm: {
      async run(context, id) {
        await startImport(context, id, context.caller.user);
        return { card: { text: importTexts[context.locale].begins, buttons: [] } };
      },
    },
    cancel: {
      async run(context, id) {
        if (!(await cancelImport(context, id, context.caller.user)))
          throw new UserError(importTexts[context.locale].notThere);
        return { card: { text: importTexts[context.locale].isCancelled, buttons: [] } };
      },
    },
  },
});
