import type { World } from '../../world.ts';
import type { Post, PostMetadata } from '../documents.ts';
import { filesOfPost } from '../files/attached.ts';
import { fileInfo } from '../files/stored-file.ts';
import type { Action } from './attachment.ts';
import { sealCookie } from './cookie.ts';
import { mapActions, type Props } from './post-props.ts';
import { retainedProps } from './retained-props.ts';

/** A post as clients get it: what is embedded in it is described, and where its buttons lead is left out. */
export function asSeen(world: World, post: Post): Post {
  const files = filesOfPost(world, post).map(fileInfo);
  const metadata: PostMetadata = {
    ...('attachments' in post.props && { embeds: [{ type: 'message_attachment' }] }),
    ...(files.length > 0 && { files }),
  };
  return { ...post, props: mapActions(post.props, withoutIntegration), metadata };
}

/** The props of a private post as its reader gets them: each button carries a cookie instead of its integration. */
export function privateProps(
  world: World,
  post: { id: string; rootId: string; channelId: string },
  props: Props,
): Props {
  const retain = retainedProps(props);
  return mapActions(props, (action) => {
    const cookie = sealCookie(
      {
        type: action.type ?? '',
        postId: post.id,
        rootId: post.rootId === '' ? post.id : post.rootId,
        channelId: post.channelId,
        dataSource: action.data_source ?? '',
        ...(action.integration && { integration: action.integration }),
        retain,
      },
      world.kchat.secret,
    );
    return { ...withoutIntegration(action), cookie };
  });
}

function withoutIntegration(action: Action): Action {
  const seen = { ...action };
  delete seen.integration;
  return seen;
}
