import type { ServeConfig } from '../../config.ts';
import { hashToken } from '../../http/command-tokens.ts';
import { RemoteRefusal } from '../../errors.ts';
import { KchatClient } from '../../kchat/client.ts';
import { read } from '../../kchat/read.ts';
import { commandsAnswer, findOurs, type CommandAnswer } from '../../kchat/registration/command-answer.ts';
import type { ManifestCommand } from '../../kchat/registration/manifest.ts';
import type { ChatTeam } from '../../ports/chat.ts';
import type { Registered } from '../../registered.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';
import { checkOfferedCommand } from './offered-command.ts';
import type { KchatServer } from './server.ts';

const register = 'Run "npm run register".';

export interface CommandGrounds {
  config: ServeConfig;
  server: KchatServer;
  registered: Registered;
  bot: Bot;
  team: ChatTeam;
}

/** Whether a slash command of the manifest exists in kChat, leads here, and brings a token that is known here. */
export async function checkCommand(grounds: CommandGrounds, command: ManifestCommand): Promise<Diagnosis> {
  const { config, registered } = grounds;
  if (registered.commandTokenHashes.length === 0) {
    return failure(
      'No command token is known, so every command would be refused.',
      `${register} Or set KCHAT_COMMAND_TOKENS.`,
    );
  }
  try {
    return judge(await listCommands(grounds), command, config.PUBLIC_URL + command.path, registered);
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || ![401, 403].includes(error.status)) throw error;
    if (config.KCHAT_ADMIN_TOKEN === undefined) return checkOfferedCommand(grounds, command);
    return failure(
      `kChat does not accept KCHAT_ADMIN_TOKEN for reading commands (${error.status}).`,
      'Use the token of a kChat administrator, or leave it out.',
    );
  }
}

/** Reading commands takes a right that a bot of member rank lacks (Mattermost: observed). */
function listCommands({ config, server, bot, team }: CommandGrounds): Promise<CommandAnswer[]> {
  const token = config.KCHAT_ADMIN_TOKEN;
  const client = token === undefined ? bot.client : new KchatClient({ url: server.url, token, fetch: server.fetch });
  return read(commandsAnswer, client.getCustomTeamCommands(team.id));
}

function judge(
  commands: CommandAnswer[],
  { path, trigger: firstTrigger, fallbackTriggers }: ManifestCommand,
  url: string,
  { commandTokenHashes }: Registered,
): Diagnosis {
  const triggers = [firstTrigger, ...fallbackTriggers];
  const ours =
    findOurs(commands, path, url, commandTokenHashes) ??
    commands.find((command) => triggers.includes(command.trigger) && command.url.endsWith(path));
  if (!ours) return failure(`No slash command leads to ${url}.`, register);
  if (ours.url !== url) {
    return failure(`/${ours.trigger} leads to ${ours.url} and not to ${url}.`, `${register} Or correct PUBLIC_URL.`);
  }
  // A hidden token can't be compared.
  if (ours.token !== '' && !commandTokenHashes.includes(hashToken(ours.token))) {
    return failure(`The token of /${ours.trigger} is not known here, so it would be refused.`, register);
  }
  return ok(`/${ours.trigger} leads to ${url}.`);
}
