import { z } from 'zod';
import type { World } from '../../world.ts';
import type { Channel, Command, Person } from '../documents.ts';
import { showPrivately } from '../ephemeral.ts';
import { addPost } from '../posting.ts';

/** What a command may answer; upstream's fields, reference/kchat.md section 4. */
const replySchema = z.strictObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  text: z.string().default(''),
  username: z.string().optional(),
  icon_url: z.string().optional(),
  channel_id: z.string().optional(),
  type: z.string().optional(),
  props: z.record(z.string(), z.unknown()).optional(),
  goto_location: z.string().optional(),
  skip_slack_parsing: z.boolean().optional(),
  attachments: z.array(z.unknown()).optional(),
  extra_responses: z.array(z.unknown()).optional(),
});

export type Reply = z.output<typeof replySchema>;

/**
 * Checks a reply. A wrong one is recorded as a violation and counts as none.
 * @throws ZodError
 */
export function readReply(world: World, command: Command, input: unknown): Reply {
  const result = replySchema.safeParse(input);
  if (result.success) return result.data;
  const path = new URL(command.url).pathname;
  const problem = `the command's reply is wrong: ${z.prettifyError(result.error)}`;
  world.violations.push({ service: 'kchat', method: 'POST', path, by: command.trigger, problem });
  throw result.error;
}

interface Occasion {
  caller: Person;
  channel: Channel;
  command: Command;
}

/** Shows a reply where it belongs: to the caller alone, or in the channel in the caller's name. */
export function showReply(world: World, { caller, channel, command }: Occasion, reply: Reply): void {
  const message = reply.skip_slack_parsing === true ? reply.text : translateSlack(world, reply.text);
  if (message === '') return;
  if (reply.response_type === 'in_channel') {
    addPost(world, { author: caller, channel, message, props: { from_webhook: 'true' } });
    return;
  }
  const from = [reply.username, command.username, command.display_name, command.trigger].find(Boolean) ?? '';
  showPrivately(world, caller.id, channel.id, message, from);
}

/** Mattermost, observed: Slack's notation is translated unless the reply says otherwise, so `<!channel>` notifies. */
function translateSlack(world: World, text: string): string {
  return text.replace(/<!(channel|here|all)>/g, '@$1').replace(/<@([\w-]+)>/g, (whole, id: string) => {
    const person = world.kchat.people.get(id);
    return person ? `@${person.username}` : whole;
  });
}
