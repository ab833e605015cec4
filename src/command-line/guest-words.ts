import { z } from 'zod';
import { UserError } from '../errors.ts';
import { readEmail } from '../invitations/email-address.ts';
import { guestCommandTexts } from '../texts/commands/guest.ts';
import { readChannelName, readLocale, readNote } from './invite-words.ts';
import { readOptions } from './read-options.ts';

const options = { lang: { type: 'string' }, note: { type: 'string' } } as const;

/**
 * The words after `guest`: one address, one channel or more, and options, in any order.
 * @param example the whole line, for whoever leaves something out.
 */
export function guestWords(example: string) {
  return z.array(z.string()).transform((words) => {
    const { values, positionals } = readOptions(words, options);
    const channels = positionals.filter((word) => word.startsWith('~'));
    const [address, ...rest] = positionals.filter((word) => !word.startsWith('~'));
    if (address === undefined || rest.length > 0 || channels.length === 0) {
      throw new UserError((locale) => guestCommandTexts[locale].how(`\`${example}\``));
    }
    return {
      email: readEmail(address),
      channelNames: [...new Set(channels.map(readChannelName))],
      locale: values.lang === undefined ? undefined : readLocale(values.lang),
      note: values.note === undefined ? undefined : readNote(values.note),
    };
  });
}
