import type { World } from '../../world.ts';
import type { Person, Post } from '../documents.ts';
import { showPrivately } from '../ephemeral.ts';
import type { IntegrationAnswer } from './integration-answer.ts';
import { storedProps } from './post-props.ts';
import { noSuchPost, type Pressed } from './pressed.ts';
import { replaceableProps, retainedProps } from './retained-props.ts';

/**
 * Does what an integration answered to a press.
 * Mattermost, observed: a private post cannot be updated this way, as the server keeps none of it. The person gets an
 * error although the integration has done its work, and the private text is not shown either.
 * @throws ChatRefusal 404 for the update of a private post
 */
export function followAnswer(world: World, caller: Person, pressed: Pressed, answer: IntegrationAnswer): void {
  if (answer.update) {
    if (!pressed.post) throw noSuchPost();
    update(world, pressed.post, answer.update);
  }
  if (answer.ephemeral_text === '') return;
  const message = answer.skip_slack_parsing ? answer.ephemeral_text : readableLinks(answer.ephemeral_text);
  showPrivately(world, {
    userId: caller.id,
    channelId: pressed.channel.id,
    rootId: pressed.rootId,
    message,
    from: 'System',
    props: pressed.retain,
  });
}

/** Mattermost, observed: the whole post is replaced, so a message or files that are left out are gone; props are not. */
function update(world: World, post: Post, change: NonNullable<IntegrationAnswer['update']>): void {
  post.message = change.message;
  if (change.props) {
    post.props = storedProps(world, '', { ...replaceableProps(change.props), ...retainedProps(post.props) });
  }
  post.file_ids = [];
  post.update_at = post.edit_at = world.now();
  world.happenings.notify({ kind: 'post edited', post });
}

/** Slack writes a link as `<address|words>`. */
function readableLinks(text: string): string {
  return text.replace(/<([^|<>\s]+)\|([^|<>]+)>/g, '[$2]($1)');
}
