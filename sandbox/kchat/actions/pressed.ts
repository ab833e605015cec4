import type { World } from '../../world.ts';
import { forbidden, refusal } from '../refusal.ts';
import type { Channel, Person, Post } from '../documents.ts';
import { channelMember } from '../rights.ts';
import { integrationError } from './call-integration.ts';
import { openCookie } from './cookie.ts';
import { findAction } from './post-props.ts';
import { retainedProps } from './retained-props.ts';

/** A button that somebody pressed, and where it stands. */
export interface Pressed {
  channel: Channel;
  type: string;
  dataSource: string;
  url: string;
  context: Record<string, unknown> | undefined;
  /** The thread that a private answer goes to. */
  rootId: string;
  /** Props of the post that a private answer inherits. */
  retain: Record<string, unknown>;
  /** `undefined` for a private post, which the server does not keep. */
  post: Post | undefined;
}

interface Press {
  caller: Person;
  postId: string;
  actionId: string;
  cookie: string;
}

/**
 * Finds what was pressed: on the stored post, else in the cookie of a private one.
 * @throws ChatRefusal 404 no such post or action, 403 not a member of the channel, 400 for a cookie that does not fit
 */
export function findPressed(world: World, { caller, postId, actionId, cookie }: Press): Pressed {
  const post = world.kchat.posts.find((candidate) => candidate.id === postId);
  if (!post) return fromCookie(world, caller, postId, cookie);
  const channel = requireReadable(world, caller, post.channel_id);
  if (post.delete_at > 0) throw noSuchPost();
  const action = findAction(post.props, actionId);
  if (!action?.integration) throw noSuchAction();
  return {
    channel,
    post,
    type: action.type ?? '',
    dataSource: action.data_source ?? '',
    url: action.integration.url,
    context: action.integration.context,
    rootId: post.root_id === '' ? post.id : post.root_id,
    retain: retainedProps(post.props),
  };
}

/** Mattermost, observed: the action's id in the path plays no part here, and nobody asks for whom the cookie was made. */
function fromCookie(world: World, caller: Person, postId: string, text: string): Pressed {
  if (text === '') throw forbidden();
  const cookie = openCookie(text, world.kchat.secret);
  if (!cookie?.integration || cookie.postId !== postId) throw integrationError();
  const channel = requireReadable(world, caller, cookie.channelId);
  const { type, dataSource, rootId, retain, integration } = cookie;
  return {
    channel,
    post: undefined,
    type,
    dataSource,
    rootId,
    retain,
    url: integration.url,
    context: integration.context,
  };
}

function requireReadable(world: World, caller: Person, channelId: string): Channel {
  const channel = world.kchat.channels.get(channelId);
  if (!channel || !channelMember(world.kchat, channelId, caller.id)) throw forbidden();
  return channel;
}

export const noSuchPost = () =>
  refusal(404, { id: 'app.post.get.app_error', en: 'Unable to get the post.', fr: "Impossible d'obtenir le message." });

const noSuchAction = () =>
  refusal(404, {
    id: 'api.post.do_action.action_id.app_error',
    en: 'Invalid action id.',
    fr: "Identifiant d'action non valide.",
  });
