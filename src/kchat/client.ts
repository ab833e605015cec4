import mattermost from '@mattermost/client';
import type { ServerChannel } from '@mattermost/types/channels';
import type { Options } from '@mattermost/types/client4';
import type { Command } from '@mattermost/types/integrations';
import type { Post } from '@mattermost/types/posts';
import type { UserProfile } from '@mattermost/types/users';
import { createDownload, createHttp } from './http.ts';
import type { Download, Http, HttpOptions } from './http.ts';
import { operationOf } from './operation.ts';
import { pathPart } from './path-part.ts';
import { unreadable } from './silence.ts';
import { tellingOfRefusals } from './telling-of-refusals.ts';

// A named import of this CommonJS package passes in vitest and throws in Node.
const { Client4 } = mattermost;

type NewPost = Pick<Post, 'channel_id' | 'message' | 'pending_post_id'> & { props?: object; file_ids?: string[] };

export interface ClientOptions extends HttpOptions {
  /** Origin of the team's kChat or of a Mattermost server. */
  url: string;
  token: string;
  /** kChat has answered 401 to the token; awaited before the caller gets the refusal. */
  onTokenRefused?: (() => Promise<void>) | undefined;
}

/**
 * Mattermost's own client, of which kChat's web app uses a fork: its requests are the ones both servers know.
 * Changed are its transport (time-out, status and wait kept, any JSON read) and the encoding of what goes into a path.
 * The answers have Mattermost's types by name only; `read` checks them.
 */
export class KchatClient extends Client4 {
  readonly #http: Http;
  readonly #download: Download;
  readonly #token: string;

  constructor(options: ClientOptions) {
    super();
    this.setUrl(options.url.replace(/\/+$/, ''));
    const { onTokenRefused = () => Promise.resolve() } = options;
    this.#http = tellingOfRefusals(createHttp(options), onTokenRefused);
    this.#download = tellingOfRefusals(createDownload(options), onTokenRefused);
    this.#token = options.token;
  }

  /** Where every call of the client ends. */
  protected override doFetch = async <Answer>(url: string, options: Options): Promise<Answer> => {
    const { method = 'get', body } = options as { method?: string; body?: string | FormData };
    const operation = operationOf(method, url);
    const content = body instanceof FormData ? { form: body } : { body };
    const answer = await this.#http({ method, url, operation, token: this.#token, ...content });
    try {
      return (answer === '' ? null : JSON.parse(answer)) as Answer;
    } catch (error) {
      throw unreadable(operation, error);
    }
  };

  override getUserRoute(userId: string): string {
    return super.getUserRoute(pathPart(userId));
  }

  override getTeamRoute(teamId: string): string {
    return super.getTeamRoute(pathPart(teamId));
  }

  override getTeamNameRoute(name: string): string {
    return super.getTeamNameRoute(pathPart(name));
  }

  override getTeamMemberRoute(teamId: string, userId: string): string {
    return super.getTeamMemberRoute(teamId, pathPart(userId));
  }

  override getChannelRoute(channelId: string): string {
    return super.getChannelRoute(pathPart(channelId));
  }

  override getChannelMemberRoute(channelId: string, userId: string): string {
    return super.getChannelMemberRoute(channelId, pathPart(userId));
  }

  override getPostRoute(postId: string): string {
    return super.getPostRoute(pathPart(postId));
  }

  override getBotRoute(botUserId: string): string {
    return super.getBotRoute(pathPart(botUserId));
  }

  override getUserByEmail = (email: string): Promise<UserProfile> =>
    this.doFetch(`${this.getUsersRoute()}/email/${pathPart(email)}`, { method: 'get' });

  override getUserByUsername = (username: string): Promise<UserProfile> =>
    this.doFetch(`${this.getUsersRoute()}/username/${pathPart(username)}`, { method: 'get' });

  override getChannelByName = (teamId: string, name: string): Promise<ServerChannel> =>
    this.doFetch(`${this.getTeamRoute(teamId)}/channels/name/${pathPart(name)}`, { method: 'get' });

  override getCustomTeamCommands = (teamId: string): Promise<Command[]> =>
    this.doFetch(`${this.getCommandsRoute()}?team_id=${pathPart(teamId)}&custom_only=true`, { method: 'get' });

  /** Changes a command; the server wants the whole object. */
  override editCommand = (command: Pick<Command, 'id'>): Promise<Command> =>
    this.#write('put', `${this.getCommandsRoute()}/${pathPart(command.id)}`, command);

  /** Creates a command from the only four fields kChat accepts then (kChat: section 4). */
  createCommand(command: Pick<Command, 'team_id' | 'method' | 'trigger' | 'url'>): Promise<Command> {
    return this.#write('post', this.getCommandsRoute(), command);
  }

  /** Creates a post without making its author look present. */
  createPostQuietly(post: NewPost): Promise<Post> {
    return this.#write('post', `${this.getPostsRoute()}?set_online=false`, post);
  }

  /** Uploads files that a post is to name; kChat: at most five a post. */
  uploadFiles(form: FormData): Promise<unknown> {
    return this.doFetch(this.getFilesRoute(), { method: 'post', body: form });
  }

  /** What a file holds, as it was uploaded; see `Download` for `mostBytes`. */
  readFile(fileId: string, mostBytes: number): Promise<Buffer> {
    const url = this.#fileRoute(fileId);
    return this.#download({ method: 'get', url, operation: operationOf('get', url), token: this.#token }, mostBytes);
  }

  /** A file's name and size. */
  getFileInfo(fileId: string): Promise<unknown> {
    return this.doFetch(`${this.#fileRoute(fileId)}/info`, { method: 'get' });
  }

  /** Channels of every kind that the token's account is in; kChat: it ignores paging, a live server answered so. */
  getOwnChannels(): Promise<unknown> {
    return this.doFetch(`${this.getUserRoute('me')}/channels`, { method: 'get' });
  }

  /** The same where that route does not exist: on Mattermost, direct channels belong to every team of a person. */
  getOwnChannelsOfTeam(teamId: string): Promise<unknown> {
    return this.doFetch(`${this.getUserRoute('me')}/teams/${pathPart(teamId)}/channels`, { method: 'get' });
  }

  /** One page of a channel's posts, newest first, asked for in kChat's own words. */
  getPostPage(channelId: string, page: number, perPage: number): Promise<unknown> {
    return this.doFetch(`${this.getChannelRoute(channelId)}/posts?page=${page}&per_page=${perPage}`, { method: 'get' });
  }

  /** Changes what is given and nothing else; the client's own call repeats the id, which kChat does not document. */
  editPost(postId: string, changes: { message: string; props?: object }): Promise<Post> {
    return this.#write('put', `${this.getPostRoute(postId)}/patch`, changes);
  }

  /** Opens a dialog; `url` is where the answers are sent. */
  openDialog(triggerId: string, url: string, dialog: object): Promise<unknown> {
    return this.#write('post', `${this.getBaseRoute()}/actions/dialogs/open`, { trigger_id: triggerId, url, dialog });
  }

  /** Adds a person with the only field that kChat documents for it; the client's own call sends more. */
  addPersonToChannel(channelId: string, userId: string): Promise<unknown> {
    return this.#write('post', `${this.getChannelRoute(channelId)}/members`, { user_id: userId });
  }

  #fileRoute(fileId: string): string {
    return `${this.getFilesRoute()}/${pathPart(fileId)}`;
  }

  #write<Answer>(method: 'post' | 'put', url: string, body: object): Promise<Answer> {
    return this.doFetch(url, { method, body: JSON.stringify(body) });
  }
}
