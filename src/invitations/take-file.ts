import { RemoteSilence, UserError } from '../errors.ts';
import type { ChatFileInfo, ChatPost } from '../ports/chat.ts';
import type { ImportRow } from '../ports/import-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { importTexts } from '../texts/commands/import.ts';
import { localeOf } from '../texts/locale.ts';
import { code } from '../texts/plain.ts';
import { typed } from '../texts/typed.ts';
import { askCaller, refusalFor, type Caller } from './caller.ts';
import { checkRows } from './check-import-rows.ts';
import type { Dependencies } from './dependencies.ts';
import type { Importer } from './offer-import.ts';
import { mostBytes, readTable } from './read-table.ts';

type FileDependencies = Pick<Dependencies, 'store' | 'chat' | 'settings'>;

/** What is to follow from a post with files; without anything to say or to offer, nothing. */
export interface FileAnswer {
  /** One short fact for the record. */
  result: string;
  say?: string;
  offer?: { rows: ImportRow[]; importer: Importer };
}

/**
 * Reads the table that somebody sent to the bot in a direct message, and checks it as a pasted one is. Who may not invite
 * is told so; whoever sends something else gets help if they are an administrator, and no chatter otherwise.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function takeFile(deps: FileDependencies, postId: string): Promise<FileAnswer> {
  const { chat, settings } = deps;
  const post = await chat.readPost(postId);
  if (!post || !(await isForBot(deps, post))) return { result: 'not for the bot' };
  const caller = await askCaller(chat, settings, post.userId);
  if (!caller?.isMember) return { result: 'not from a member' };

  const locale = localeOf(caller.user.locale, settings.defaultLocale);
  const files = (await Promise.all(post.fileIds.map((id) => chat.fileInfo(id)))).filter((file) => file !== undefined);
  const tables = files.filter(isCsv);
  try {
    if (tables.length > 0 && !caller.mayInvite) throw await refusalFor(deps);
    if (!caller.mayInvite || files.length === 0) return { result: 'nothing to read' };
    return await offerTable(deps, tables, caller, locale);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { result: 'refused', say: error.say(locale, settings.trigger) };
  }
}

/** Only what stands between a person and the bot alone is meant for it. */
async function isForBot({ chat, settings }: FileDependencies, { userId, channelId }: ChatPost): Promise<boolean> {
  return userId !== settings.botUserId && channelId === (await chat.directChannel(userId));
}

/** @throws UserError for all that is wrong with the file as a whole. */
async function offerTable(
  deps: FileDependencies,
  [file, ...others]: ChatFileInfo[],
  caller: Caller,
  locale: Locale,
): Promise<FileAnswer> {
  const { store, settings } = deps;
  const texts = importTexts[locale];
  if (!file) throw new UserError(texts.onlyCsv);
  if (others.length > 0) throw new UserError(texts.oneFile);
  if (await store.imports.running(settings.team.id))
    throw new UserError(texts.oneRuns(typed('import cancel', settings.trigger)));

  const table = readTable(await readText(deps, file));
  if (!table) throw new UserError(texts.noHeader);
  const rows = await checkRows(deps, table.rows, caller.user.id, locale);
  const ignored = table.ignored.map((name) => code(name, 40)).join(', ');
  return {
    result: 'offered',
    ...(ignored !== '' && { say: texts.ignores(ignored) }),
    offer: { rows, importer: { caller, locale, trigger: settings.trigger } },
  };
}

async function readText({ chat }: FileDependencies, { id, size }: ChatFileInfo): Promise<string> {
  if (size > mostBytes) throw new UserError((locale) => importTexts[locale].tooBig);
  const content = await chat.readFile(id, mostBytes);
  if (!content) throw new UserError((locale) => importTexts[locale].notFetched);
  // Whatever the server has said of its size.
  if (content.length > mostBytes) throw new UserError((locale) => importTexts[locale].tooBig);
  // Part of a file, or something else in its place, must not pass for what somebody sent.
  if (size > 0 && content.length !== size) {
    throw new RemoteSilence({ service: 'kChat', operation: 'reading a file', reason: 'unreadable_answer' });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    throw new UserError((locale) => importTexts[locale].notUtf8, { cause: error });
  }
}

/** The media type alone does not tell: a server may give spreadsheets their own. */
function isCsv({ name, mediaType }: ChatFileInfo): boolean {
  return name.toLowerCase().endsWith('.csv') || mediaType.startsWith('text/csv');
}
