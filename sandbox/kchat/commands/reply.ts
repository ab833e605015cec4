import { z } from 'zod';
import type { World } from '../../world.ts';
import { asSeen } from '../actions/as-seen.ts';
import { attachmentsSchema, type Attachment } from '../actions/attachment.ts';
import { attachmentsOf, storedProps, type Props } from '../actions/post-props.ts';
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
  attachments: attachmentsSchema.optional(),
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

/**
 * Shows a reply where it belongs: to the caller alone, or in the channel in the caller's name.
 * @returns the attachments as the reader gets them
 */
export function showReply(world: World, { caller, channel, command }: Occasion, reply: Reply): Attachment[] {
  const plain = reply.skip_slack_parsing === true;
  const message = plain ? reply.text : translateSlack(world, reply.text);
  const attachments = plain ? reply.attachments : reply.attachments?.map((one) => translateAttachment(world, one));
  if (message === '' && attachments === undefined) return [];
  const props = replyProps(world, command, { ...reply, attachments });
  if (reply.response_type === 'in_channel') {
    const type = attachments === undefined ? '' : 'slack_attachment';
    return attachmentsOf(asSeen(world, addPost(world, { author: caller, channel, message, type, props })).props);
  }
  const from = [reply.username, command.username, command.display_name, command.trigger].find(Boolean) ?? '';
  return attachmentsOf(showPrivately(world, { userId: caller.id, channelId: channel.id, message, from, props }).props);
}

/** Mattermost, observed: a reply's own props stay, and what comes from a command says so. */
function replyProps(world: World, command: Command, { props, attachments }: Reply): Props {
  const sent = { ...props, ...(attachments && { attachments }), from_webhook: 'true' };
  return storedProps(world, command.trigger, sent);
}

function translateAttachment(world: World, attachment: Attachment): Attachment {
  const translated = (words: string) => translateSlack(world, words);
  const { pretext, title, text } = attachment;
  return { ...attachment, pretext: translated(pretext), title: translated(title), text: translated(text) };
}

/** Mattermost, observed: Slack's notation is translated unless the reply says otherwise, so `<!channel>` notifies. */
function translateSlack(world: World, text: string): string {
  return text.replace(/<!(channel|here|all)>/g, '@$1').replace(/<@([\w-]+)>/g, (whole, id: string) => {
    const person = world.kchat.people.get(id);
    return person ? `@${person.username}` : whole;
  });
}
