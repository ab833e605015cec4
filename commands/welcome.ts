import { defineCommand, type CommandContext } from '../src/command-line/command.ts';
import { describeSaved, describeWelcome, exampleFacts, welcomeCommand } from '../src/command-line/describe-welcome.ts';
import { reply, type Reply } from '../src/command-line/reply.ts';
import { welcomeForm, welcomeFormHandler } from '../src/command-line/welcome-form.ts';
import { readWelcomeText, welcomeWords } from '../src/command-line/welcome-words.ts';
import { fillWelcome } from '../src/invitations/compose-welcome.ts';
import { deliveryKeys } from '../src/invitations/delivery-keys.ts';
import { sendWelcome } from '../src/invitations/send-welcome.ts';
import { requireChannel, resetWelcome, writeWelcome, type WrittenWelcome } from '../src/invitations/write-welcome.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import type { WelcomePart } from '../src/ports/welcome-store.ts';
import { welcomeTexts } from '../src/texts/commands/welcome.ts';
import { code } from '../src/texts/plain.ts';

export const welcome = defineCommand({
  verb: 'welcome',
  permission: 'administrator',
  texts: welcomeTexts,
  usage: 'welcome <action> [second] [~channel] [lang]',
  examples: [
    'welcome show de',
    'welcome set',
    'welcome set second 3 en How was your start, {first_name}?',
    'welcome set ~support This is where questions go.',
    'welcome test second',
    'welcome send @jane',
  ],
  words: welcomeWords,
  async run(context, words) {
    if (words.action === 'send') return send(context, words.person);
    const { part } = words;
    const locale = words.locale ?? context.settings.defaultLocale;
    switch (words.action) {
      case 'show':
        return reply(await describeWelcome(context, part, locale, context.replyTo.trigger));
      case 'test':
        return test(context, part, locale);
      case 'set':
        return set(context, {
          ...{ part, locale, afterDays: words.afterDays, writerId: context.caller.user.id },
          text: readWelcomeText(context.text, words.before),
        });
      case 'reset':
        return reset(context, part, locale);
    }
  },
  forms: { set: welcomeFormHandler },
});

async function set(context: CommandContext, written: WrittenWelcome): Promise<Reply> {
  const { part, locale, text } = written;
  if (text !== '') {
    await writeWelcome(context, written);
    return reply(await describeSaved(context, part, locale));
  }
  await requireChannel(context, part, written.writerId);
  const texts = welcomeTexts[context.locale];
  if (await context.openForm(await welcomeForm(context, part, locale))) return reply(texts.formOpened);
  return reply(texts.noForm(code(`${welcomeCommand(context.replyTo.trigger, 'set', part, locale)} ...`)));
}

async function reset(context: CommandContext, part: WelcomePart, locale: Locale): Promise<Reply> {
  const { wasReset, nothingToReset } = welcomeTexts[context.locale];
  const wasThere = await resetWelcome(context, part, locale, context.caller.user.id);
  return reply(wasThere ? wasReset : nothingToReset);
}

/** To the caller alone, and without looking whether they have had one. */
async function test(context: CommandContext, part: WelcomePart, locale: Locale): Promise<Reply> {
  const { store, settings, clock, caller, replyTo } = context;
  const example = exampleFacts(context, part, locale);
  if ((await fillWelcome(context, part, example)) === undefined) {
    return reply(await describeWelcome(context, part, locale, replyTo.trigger));
  }
  const userId = caller.user.id;
  await store.transaction(({ deliveries }) =>
    deliveries.enqueue({
      teamId: settings.team.id,
      kind: 'welcome_test',
      target: userId,
      payload: { ...example, userId, part },
      dedupeKey: deliveryKeys.welcomeTest(settings.team.id, userId, clock.now()),
      runAt: clock.now(),
    }),
  );
  return reply(welcomeTexts[context.locale].testOnItsWay);
}

async function send(context: CommandContext, person: string): Promise<Reply> {
  const texts = welcomeTexts[context.locale];
  return reply(
    (await sendWelcome(context, person, context.caller.user.id))
      ? texts.sent(code(person))
      : texts.sentAlready(code(person)),
  );
}
