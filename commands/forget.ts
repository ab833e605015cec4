import { z } from 'zod';
import { addressAlone } from '../src/command-line/address-words.ts';
import { defineCommand } from '../src/command-line/command.ts';
import { isGone } from '../src/command-line/is-gone.ts';
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

/** Erasing can't be undone, so it is asked for twice; and what is open is ended by `revoke` first, at Infomaniak too. */
export const forget = defineCommand({
  verb: 'forget',
  permission: 'administrator',
  texts: forgetTexts,
  usage: 'forget <email> [--confirm]',
  examples: [example, `${example} --confirm`],
  words,
  async run(context, { email, confirmed }) {
    const { caller, locale, replyTo } = context;
    const texts = forgetTexts[locale];
    const command = (line: string) => code(`/${replyTo.trigger} ${line}`);

    const first = await forgetPerson(context, email, caller.user.id, confirmed);
    const isOver = first.kind === 'open' && (await isGone(context, first.invitation));
    const found = isOver ? await forgetPerson(context, email, caller.user.id, confirmed) : first;
    switch (found.kind) {
      case 'open': {
        const { email: invited, state } = found.invitation;
        if (state === 'accepted') throw new UserError(texts.notYetHere(code(invited)));
        throw new UserError(texts.revokeFirst(code(invited), command(`revoke ${invited}`)));
      }
      case 'unknown':
        throw new UserError(texts.unknown(code(email)));
      case 'busy':
        throw new UserError(texts.busy);
      case 'would_forget':
        return reply(texts.sure(code(email), found.invitations, command(`forget ${email} --confirm`)));
      case 'forgotten':
        return reply(texts.done(found.invitations), texts.whatStays);
    }
  },
});
