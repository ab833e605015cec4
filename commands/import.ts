import { z } from 'zod';
import { defineCommand, type CommandContext } from '../src/command-line/command.ts';
import { readImport } from '../src/command-line/read-import.ts';
import { reply, type Reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { offerImport } from '../src/invitations/offer-import.ts';
import { cancelImport, startImport } from '../src/invitations/run-import.ts';
import { importTexts } from '../src/texts/commands/import.ts';
import { code } from '../src/texts/plain.ts';
import { typed } from '../src/texts/typed.ts';

const answers = ['confirm', 'cancel'] as const;

export const importPeople = defineCommand({
  verb: 'import',
  permission: 'administrator',
  texts: importTexts,
  usage: 'import [lines|confirm|cancel]',
  examples: ['import email,first_name,last_name ⏎ jane@acme.ch,Jane,Doe ⏎ max@acme.ch,Max,Frei', 'import cancel'],
  words: z
    .array(z.string())
    .transform((words) => (words.length === 1 ? answers.find((word) => word === words[0]) : undefined)),
  async run(context, answer) {
    const { store, settings, caller, locale, replyTo, text } = context;
    const texts = importTexts[locale];
    if (answer === 'confirm') return confirm(context);
    if (answer === 'cancel') return cancel(context);
    if (text.trim() === '') return reply(texts.details);
    if (await store.imports.running(settings.team.id))
      throw new UserError(texts.oneRuns(typed('import cancel', replyTo.trigger)));
    const { rows: written, ignored } = readImport(text);
    const rows = await offerImport(context, written, { caller, locale, trigger: replyTo.trigger });
    const problems = rows.filter(({ problem }) => problem !== undefined).length;
    return reply(
      `**${texts.offer(rows.length - problems, problems)}**`,
      ignored.length > 0 && texts.ignores(ignored.map((name) => code(name, 40)).join(', ')),
      texts.inDirectMessages,
    );
  },
  cardOf: 'import',
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

/** For where the offer could not be shown with buttons. */
async function confirm(context: CommandContext): Promise<Reply> {
  const { store, settings, caller, locale, replyTo } = context;
  const offer = await store.imports.offerOf(settings.team.id, caller.user.id);
  if (!offer) throw new UserError(importTexts[locale].noneOffered(typed('import', replyTo.trigger)));
  await startImport(context, offer.id, caller.user);
  return reply(importTexts[locale].begins);
}

/** The one that runs, whoever began it; otherwise the caller's own offer, and nobody else's. */
async function cancel(context: CommandContext): Promise<Reply> {
  const { store, settings, caller, locale } = context;
  const teamId = settings.team.id;
  const run = (await store.imports.running(teamId)) ?? (await store.imports.offerOf(teamId, caller.user.id));
  if (!run || !(await cancelImport(context, run.id, caller.user))) throw new UserError(importTexts[locale].noneRuns);
  return reply(importTexts[locale].isCancelled);
}
