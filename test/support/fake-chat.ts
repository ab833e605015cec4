import { cardAlone, type Card, type Form } from '../../src/ports/card.ts';
import type {
  Chat,
  ChatChannel,
  ChatFile,
  ChatTeam,
  ChatUser,
  DirectChannel,
  TeamMembership,
} from '../../src/ports/chat.ts';
import type { NewGuest, PendingGuest } from '../../src/ports/guests.ts';
import type { FakeClock } from './fake-clock.ts';
import { refusal } from './fake-faults.ts';
import { FakeGuests } from './fake-guests.ts';
import { botId, directChannelOf, FakeInbox } from './fake-inbox.ts';

export interface FakePost {
  id: string;
  channelId: string;
  message: string;
  key: string;
  at: number;
  isDeleted: boolean;
}

export const team: ChatTeam = { id: 'team', name: 'acme', displayName: 'Acme' };

export function chatUser(id: string, changes: Partial<ChatUser> = {}): ChatUser {
  return {
    id,
    username: id,
    firstName: '',
    lastName: '',
    email: `${id}@acme.ch`,
    locale: '',
    timeZone: undefined,
    infomaniakUserId: undefined,
    isBot: false,
    isGuest: false,
    isDeactivated: false,
    isSystemAdmin: false,
    ...changes,
  };
}

/**
 * kChat in memory, with a bot of member rank. It never drops a repeated post by its key, so that a test sees the one
 * that should not have been sent.
 */
export class FakeChat extends FakeInbox implements Chat {
  readonly users: ChatUser[] = [chatUser(botId, { isBot: true })];
  readonly channels: ChatChannel[] = [];
  readonly members = new Set<string>();
  readonly posts: FakePost[] = [];
  /** By post: the file it brings. */
  readonly files = new Map<string, ChatFile>();
  /** By post: the card it shows. */
  readonly cards = new Map<string, Card>();
  readonly forms: Form[] = [];
  readonly ephemerals: { channelId: string; userId: string; message: string }[] = [];
  readonly lateReplies: { responseUrl: string; message: string }[] = [];
  readonly guests: FakeGuests;
  /** Cards become mere messages. */
  refusesButtons = false;

  constructor(clock: FakeClock) {
    super(clock);
    this.guests = new FakeGuests(this.faults, clock, (channelId) => {
      this.#requireBotIn(channelId);
    });
  }

  join(...users: ChatUser[]): void {
    this.users.push(...users);
  }

  /** A channel; the bot is in it only when told. */
  openChannel(name: string, changes: Partial<ChatChannel> & { hasBot?: boolean } = {}): void {
    const { hasBot = false, ...channel } = changes;
    this.channels.push({ id: name, teamId: team.id, name, displayName: name, isPrivate: false, ...channel });
    if (hasBot) this.members.add(`${name}:${botId}`);
  }

  /** A guest registers: kChat puts them into the channels they were invited to. @returns their id. */
  acceptGuest(email: string, changes: Partial<ChatUser> = {}): string {
    const [guest] = this.guests.pendingOf(email);
    if (!guest) throw new Error(`kChat waits for no guest ${email}`);
    guest.status = 'accepted';
    const user = chatUser(`u-${email}`, { email, firstName: 'Gus', lastName: 'Guest', isGuest: true, ...changes });
    this.join(user);
    for (const channelId of guest.asked.channelIds) this.members.add(`${channelId}:${user.id}`);
    return user.id;
  }

  /** The cards a person sees, oldest first. */
  cardsTo(userId: string): (Card & { postId: string })[] {
    return this.posts
      .filter((post) => post.channelId === directChannelOf(userId) && !post.isDeleted)
      .flatMap(({ id }) => {
        const card = this.cards.get(id);
        return card ? [{ ...card, postId: id }] : [];
      });
  }

  /** The files a person has been sent, oldest first. */
  filesTo(userId: string): ChatFile[] {
    return this.posts
      .filter((post) => post.channelId === directChannelOf(userId))
      .flatMap(({ id }) => this.files.get(id) ?? []);
  }

  /** What a person or a channel has been sent and still shows, cards left out, oldest first. */
  messagesTo(userOrChannelId: string): string[] {
    const places = [userOrChannelId, directChannelOf(userOrChannelId)];
    return this.posts
      .filter((post) => places.includes(post.channelId) && !post.isDeleted && !this.cards.has(post.id))
      .map(({ message }) => message);
  }

  identify(): Promise<ChatUser> {
    return this.faults.around('identify', () => this.#user(botId));
  }

  teamByName(name: string): Promise<ChatTeam | undefined> {
    return this.faults.around('teamByName', () => (name === team.name ? team : undefined));
  }

  user(userId: string): Promise<ChatUser | undefined> {
    return this.faults.around('user', () => this.users.find(({ id }) => id === userId));
  }

  userByEmail(email: string): Promise<ChatUser | undefined> {
    return this.faults.around('userByEmail', () => this.users.find((user) => user.email.toLowerCase() === email));
  }

  userByName(username: string): Promise<ChatUser | undefined> {
    return this.faults.around('userByName', () => this.users.find((user) => user.username === username));
  }

  teamMembership(_teamId: string, userId: string): Promise<TeamMembership | undefined> {
    return this.faults.around('teamMembership', () => {
      const user = this.users.find(({ id }) => id === userId);
      return user && { isTeamAdmin: false, isGuest: user.isGuest };
    });
  }

  roster(): Promise<ChatUser[]> {
    return this.faults.around('roster', () => [...this.users]);
  }

  administrators(): Promise<ChatUser[]> {
    return this.faults.around('administrators', () => this.users.filter(({ isSystemAdmin }) => isSystemAdmin));
  }

  channel(channelId: string): Promise<ChatChannel | undefined> {
    return this.faults.around('channel', () => this.channels.find(({ id }) => id === channelId));
  }

  channelByName(_teamId: string, name: string): Promise<ChatChannel | undefined> {
    return this.faults.around('channelByName', () => this.channels.find((channel) => channel.name === name));
  }

  isChannelMember(channelId: string, userId: string): Promise<boolean> {
    return this.faults.around('isChannelMember', () => this.members.has(`${channelId}:${userId}`));
  }

  addToChannel(channelId: string, userId: string): Promise<void> {
    return this.faults.around('addToChannel', () => {
      const channel = this.channels.find(({ id }) => id === channelId);
      if (!channel) throw refusal(404, undefined, {}, 'kChat');
      if (userId !== botId || channel.isPrivate) this.#requireBotIn(channelId);
      this.members.add(`${channelId}:${userId}`);
    });
  }

  directChannel(userId: string): Promise<string> {
    return this.faults.around('directChannel', () => {
      const id = directChannelOf(this.#user(userId).id);
      this.members.add(`${id}:${botId}`);
      return id;
    });
  }

  directChannels(): Promise<DirectChannel[]> {
    return this.faults.around('directChannels', () => {
      const byChannel = Map.groupBy([...this.posts, ...this.sent], ({ channelId }) => channelId);
      const times = [...byChannel].map(([id, posts]) => ({ id, lastPostAt: Math.max(...posts.map(({ at }) => at)) }));
      return times.filter(({ id }) => id.startsWith(`${botId}__`));
    });
  }

  post(channelId: string, message: string, key: string): Promise<string> {
    return this.faults.around('post', () => this.#write(channelId, message, key));
  }

  postFile(channelId: string, message: string, file: ChatFile, key: string): Promise<string> {
    return this.faults.around('postFile', () => {
      const id = this.#write(channelId, message, key);
      this.files.set(id, file);
      return id;
    });
  }

  postCard(channelId: string, card: Card, key: string): Promise<string> {
    return this.faults.around('postCard', () => {
      const id = this.#write(channelId, this.refusesButtons ? cardAlone(card) : card.text, key);
      if (!this.refusesButtons) this.cards.set(id, card);
      return id;
    });
  }

  updateCard(postId: string, card: Card): Promise<void> {
    return this.faults.around('updateCard', () => {
      const post = this.posts.find(({ id }) => id === postId);
      if (!post || post.isDeleted) throw refusal(404, undefined, {}, 'kChat');
      post.message = card.text;
      this.cards.set(postId, card);
    });
  }

  openForm(_triggerId: string, form: Form): Promise<void> {
    return this.faults.around('openForm', () => {
      this.forms.push(form);
    });
  }

  findOwnPost(channelId: string, message: string | undefined, sinceMs: number): Promise<string | undefined> {
    return this.faults.around(
      'findOwnPost',
      () =>
        this.posts.findLast(
          (post) =>
            post.channelId === channelId &&
            (message === undefined || post.message === message) &&
            post.at >= sinceMs &&
            !post.isDeleted,
        )?.id,
    );
  }

  updatePost(postId: string, message: string): Promise<void> {
    return this.faults.around('updatePost', () => {
      const post = this.posts.find(({ id, isDeleted }) => id === postId && !isDeleted);
      if (!post) throw refusal(404, undefined, {}, 'kChat');
      post.message = message;
    });
  }

  postEphemeral(channelId: string, userId: string, message: string): Promise<void> {
    return this.faults.around('postEphemeral', () => {
      this.ephemerals.push({ channelId, userId, message });
    });
  }

  pendingGuests(channelId: string): Promise<PendingGuest[] | undefined> {
    return this.guests.pendingGuests(channelId);
  }

  inviteGuest(guest: NewGuest): Promise<void> {
    return this.guests.inviteGuest(guest);
  }

  cancelGuest(guest: Pick<PendingGuest, 'key'>): Promise<void> {
    return this.guests.cancelGuest(guest);
  }

  replyLate(responseUrl: string, message: string): Promise<void> {
    return this.faults.around('replyLate', () => {
      this.lateReplies.push({ responseUrl, message });
    });
  }

  #user(userId: string): ChatUser {
    const user = this.users.find(({ id }) => id === userId);
    if (!user) throw refusal(404, undefined, {}, 'kChat');
    return user;
  }

  #write(channelId: string, message: string, key: string): string {
    this.#requireBotIn(channelId);
    if (this.posts.some((post) => post.key === key && post.message !== message))
      throw new Error(`The key ${key} stands for two different messages`);
    const id = `post-${this.posts.length + 1}`;
    this.posts.push({ id, channelId, message, key, at: this.clock.now(), isDeleted: false });
    return id;
  }

  #requireBotIn(channelId: string): void {
    if (!this.members.has(`${channelId}:${botId}`)) throw refusal(403, undefined, {}, 'kChat');
  }
}
