import { RemoteRefusal } from '../../errors.ts';
import { ok, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

const message =
  'The doctor tries whether this account may post for one person alone. Nobody but the account gets this.';

/** Whether the bot may show a post to one person only: tried on itself, in a channel that nobody else is in. */
export async function checkEphemeralPosts({ chat, user }: Bot): Promise<Diagnosis> {
  try {
    await chat.postEphemeral(await chat.directChannel(user.id), user.id, message);
    return ok('The bot may post for one person alone.');
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || ![400, 403, 404, 422].includes(error.status)) throw error;
    return warning(
      `The bot may not post for one person alone (${error.status}); some late answers go out as direct messages instead.`,
      'Nothing has to be done. To change it, give the bot’s account the right create_post_ephemeral.',
    );
  }
}
