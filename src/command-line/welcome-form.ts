import { UserError } from '../errors.ts';
import { builtInTemplate } from '../invitations/compose-welcome.ts';
import { placeholdersOf, maxTemplateLength } from '../invitations/welcome-template.ts';
import { ownWelcome, readDays, usualDays, writeWelcome } from '../invitations/write-welcome.ts';
import type { Form, FormField } from '../ports/card.ts';
import { hourMs } from '../ports/clock.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { WelcomePart } from '../ports/welcome-store.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import { localeOf } from '../texts/locale.ts';
import type { CallerContext } from './caller-context.ts';
import { describeSaved, titleOf } from './describe-welcome.ts';
import type { FormAnswer, FormHandler } from './interaction.ts';

const formMs = hourMs;

/** A form to write one of the team's texts in, with what newcomers read until now. */
export async function welcomeForm(context: CallerContext, part: WelcomePart, locale: Locale): Promise<Form> {
  const { tickets, clock, settings, caller } = context;
  const texts = welcomeTexts[context.locale].form;
  const own = await ownWelcome(context, part, locale);
  const days: FormField = {
    name: 'days',
    label: texts.days,
    type: 'text',
    initial: String(own?.afterDays ?? usualDays),
    maxLength: 3,
  };
  const text: FormField = {
    name: 'text',
    label: texts.text,
    help: texts.help(
      placeholdersOf(part)
        .map((name) => `{${name}}`)
        .join(' '),
    ),
    type: 'textarea',
    initial: own?.text ?? (part === 'first' ? builtInTemplate(locale) : undefined),
    maxLength: maxTemplateLength,
  };
  return {
    title: texts.title,
    introduction: titleOf(context, part, locale),
    submitLabel: texts.save,
    ticket: tickets.issue({
      teamId: settings.team.id,
      verb: 'welcome',
      action: 'set',
      subject: `${locale} ${part}`,
      userId: caller.user.id,
      expiresAt: clock.now() + formMs,
    }),
    fields: part === 'second' ? [days, text] : [text],
  };
}

/** Keeps what was written, or says at which field it can't be. */
export const welcomeFormHandler: FormHandler = {
  async submit(context, { text, days }, subject): Promise<FormAnswer> {
    const [language, part] = subject.split(' ') as [string, WelcomePart];
    const locale = localeOf(language, context.settings.defaultLocale);
    let field = 'days';
    try {
      const afterDays = part === 'second' ? readDays(Number(days)) : undefined;
      field = 'text';
      await writeWelcome(context, {
        part,
        locale,
        text: String(text ?? ''),
        afterDays,
        writerId: context.caller.user.id,
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { errors: { [field]: error.say } };
    }
    return { text: await describeSaved(context, part, locale) };
  },
};
