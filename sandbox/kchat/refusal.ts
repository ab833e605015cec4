/** A sentence in the two languages the emulator speaks; French is what kChat answers unless asked otherwise. */
export interface Sentence {
  en: string;
  fr: string;
  /** The server's own name of the error, where it was seen. */
  id?: string;
  /** Mattermost's name of an error that kChat leaves without one, as it usually does. */
  mattermostId?: string;
}

/** A "no" thrown out of a handler. What it looks like on the wire is the flavour's business. */
export class ChatRefusal extends Error {
  override name = 'ChatRefusal';
  readonly status: number;
  readonly sentence: Sentence;
  /** The field at fault, where the request was well-formed but not acceptable. */
  readonly field: string | undefined;

  constructor(status: number, sentence: Sentence, field?: string) {
    super(sentence.en);
    this.status = status;
    this.sentence = sentence;
    this.field = field;
  }
}

export const refusal = (status: number, sentence: Sentence): ChatRefusal => new ChatRefusal(status, sentence);

/** A field that is well-formed but not acceptable. The status is kChat's; Mattermost says 400 to all of them. */
export const invalidField = (field: string, sentence: Sentence, status = 422): ChatRefusal =>
  new ChatRefusal(status, sentence, field);

export const unauthorized = (): ChatRefusal =>
  refusal(401, { mattermostId: 'api.context.session_expired.app_error', en: 'Unauthorized', fr: 'Unauthorized' });

export const forbidden = (): ChatRefusal =>
  refusal(403, {
    mattermostId: 'api.context.permissions.app_error',
    en: 'You do not have the appropriate permissions.',
    fr: 'Vous ne disposez pas des autorisations appropriées.',
  });

/** Mattermost, observed: each kind of thing that is missing has its own name. */
const missing = {
  user: 'app.user.missing_account.const',
  team: 'app.team.get.find.app_error',
  teamMember: 'app.team.get_member.missing.app_error',
  channel: 'app.channel.get.existing.app_error',
  channelName: 'app.channel.get_by_name.missing.app_error',
  channelMember: 'app.channel.get_member.missing.app_error',
  post: 'app.post.get.app_error',
  command: 'store.sql_command.save.get.app_error',
  bot: 'store.sql_bot.get.missing.app_error',
  invitation: 'api.team.invalidate_all_email_invites.app_error',
  responseHook: 'app.command_webhook.get.missing',
};

export const notFound = (thing: keyof typeof missing): ChatRefusal =>
  refusal(404, { mattermostId: missing[thing], en: 'Not found.', fr: 'Introuvable.' });
