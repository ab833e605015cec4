import { z } from 'zod';
import { addressAlone } from '../src/command-line/address-words.ts';
import { defineCommand } from '../src/command-line/command.ts';
import { readOptions } from '../src/command-line/read-options.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { forgetPerson } from '../src/invitations/forget.ts';
import { forgetTexts } from '../src/texts/commands/forget.ts';
import { code } from '../src/texts/plain.ts';

const example = 'forget jane@acme.ch';

const words = z.array(z.string()).transform((parts) => {
  const { values, positionals } = readOptions(parts, { confirm: { type: 'boolean' } });
  return { ...addressAlone(example).parse(positionals), confirmed: values.confirm === true };
});

/** Erasing can't be undone, so it is asked for twice; and what is open is ended by `revoke`, at Infomaniak too. */
export const forget = defineCommand({
  verb: 'forget',
  permission: 'administrator',
  texts: forgetTexts,
  usage: 'forget <email> [--confirm]',
  examples: [example, `${example} --confirm`],
  words,
  async run(context, { email, confirmed }) {
    const { store, settings, caller, locale, replyTo } = context;
    const texts = forgetTexts[locale];
    const command = (line: string) => code(`/${replyTo.trigger} ${line}`);

    const open = await store.invitations.open(settings.team.id, email);
    if (open?.state === 'accepted') throw new UserError(texts.notYetHere(code(email)));
    if (open) throw new UserError(texts.revokeFirst(code(email), command(`revoke ${email}`)));
    const ids = await store.retention.endedOf(settings.team.id, email);
    if (ids.length === 0) throw new UserError(texts.unknown(code(email)));
    if (!confirmed) return reply(texts.sure(code(email), ids.length, command(`forget ${email} --confirm`)));

    const count = await forgetPerson(context, ids, caller.user.id);
    if (count === undefined) throw new UserError(texts.busy);
    return reply(texts.done(count), texts.whatStays);
  },
});
