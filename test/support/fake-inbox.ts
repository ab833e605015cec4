import type { ChatFile, ChatFileInfo, ChatPost } from '../../src/ports/chat.ts';
import type { FakeClock } from './fake-clock.ts';
import { Faults } from './fake-faults.ts';

export const botId = 'bot';

export function directChannelOf(userId: string): string {
  return `${botId}__${userId}`;
}

/** What people send to the bot in kChat, in memory. */
export class FakeInbox {
  readonly faults = new Faults();
  readonly sent: (ChatPost & { at: number; files: ChatFile[] })[] = [];
  protected readonly clock: FakeClock;

  constructor(clock: FakeClock) {
    this.clock = clock;
  }

  /** Somebody sends files to the bot, in their direct channel. @returns the post's id. */
  send(userId: string, ...files: ChatFile[]): string {
    const id = `sent-${this.sent.length + 1}`;
    const fileIds = files.map((_, index) => `${id}/${index}`);
    this.sent.push({ id, channelId: directChannelOf(userId), userId, fileIds, files, at: this.clock.now() });
    return id;
  }

  postsWithFiles(channelId: string, sinceMs: number): Promise<ChatPost[]> {
    return this.faults.around('postsWithFiles', () =>
      this.sent.filter((post) => post.channelId === channelId && post.at >= sinceMs),
    );
  }

  readPost(postId: string): Promise<ChatPost | undefined> {
    return this.faults.around('readPost', () => this.sent.find(({ id }) => id === postId));
  }

  fileInfo(fileId: string): Promise<ChatFileInfo | undefined> {
    return this.faults.around('fileInfo', () => {
      const file = this.#sentFile(fileId);
      return file && { id: fileId, name: file.name, mediaType: file.mediaType, size: file.content.length };
    });
  }

  readFile(fileId: string, mostBytes: number): Promise<Buffer | undefined> {
    return this.faults.around('readFile', () => this.#sentFile(fileId)?.content.subarray(0, mostBytes + 1));
  }

  #sentFile(fileId: string): ChatFile | undefined {
    const [postId, index] = fileId.split('/');
    return this.sent.find(({ id }) => id === postId)?.files[Number(index)];
  }
}
