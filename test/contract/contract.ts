import { afterAll, beforeAll } from 'vitest';
import { openContractStage, type ContractStage } from './support/stage.ts';
import type { ContractTarget } from './target/target.ts';
import { botIdentity } from './topics/bot-identity.ts';
import { buttons } from './topics/buttons.ts';
import { cardAndForm } from './topics/card-and-form.ts';
import { dialogs } from './topics/dialogs.ts';
import { ephemeralPosts } from './topics/ephemeral-posts.ts';
import { files } from './topics/files.ts';
import { filesToTheBot } from './topics/files-to-the-bot.ts';
import { idempotentPosts } from './topics/idempotent-posts.ts';
import { lateReplies } from './topics/late-replies.ts';
import { mentionSafety } from './topics/mention-safety.ts';
import { messages } from './topics/messages.ts';
import { pollingAlone } from './topics/polling-alone.ts';
import { realtimeAlone } from './topics/realtime-alone.ts';
import { registration } from './topics/registration.ts';
import { roster } from './topics/roster.ts';
import { slashCommand } from './topics/slash-command.ts';

/** Those that serve with the same configuration stand together, so that the bot starts as seldom as possible. */
const topics = [
  registration,
  slashCommand,
  messages,
  botIdentity,
  lateReplies,
  ephemeralPosts,
  idempotentPosts,
  roster,
  mentionSafety,
  cardAndForm,
  realtimeAlone,
  pollingAlone,
  filesToTheBot,
  dialogs,
  buttons,
  files,
];

/** Filling a real server's team, and emptying it again, takes a while. */
const openingMs = 5 * 60_000;

/** All that the product expects of a server, held against one of them. */
export function contract(open: () => Promise<ContractTarget>): void {
  let opened: ContractStage | undefined;
  const stage = () => {
    if (!opened) throw new Error('The stage is not open');
    return opened;
  };
  beforeAll(async () => {
    const target = await open();
    try {
      opened = await openContractStage(target);
    } catch (error) {
      await target.close();
      throw error;
    }
  }, openingMs);
  afterAll(() => opened?.close(), openingMs);

  for (const topic of topics) topic(stage);
}
