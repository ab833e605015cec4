import type { ServeConfig } from '../config.ts';
import type { Manifest } from '../kchat/registration/manifest.ts';
import { Checkup, type Finding } from './checkup.ts';
import { checkClock } from './clock.ts';
import { combine } from './diagnosis.ts';
import { checkAiTools } from './infomaniak/ai-tools.ts';
import { checkInfomaniak } from './infomaniak/service.ts';
import { checkOrganization } from './infomaniak/organization.ts';
import { checkInfomaniakToken } from './infomaniak/token.ts';
import { checkAddresses } from './kchat/addresses.ts';
import { checkAdministrators } from './kchat/administrators.ts';
import { checkBotToken } from './kchat/bot.ts';
import { checkCommand } from './kchat/command.ts';
import { checkDialogs } from './kchat/dialogs.ts';
import { checkEphemeralPosts } from './kchat/ephemeral-posts.ts';
import { checkGuests } from './kchat/guests.ts';
import { checkNoticeChannels } from './kchat/notice-channels.ts';
import { checkRealtime } from './kchat/realtime.ts';
import { checkSeats } from './kchat/seats.ts';
import { checkKchat } from './kchat/server.ts';
import { checkTeam } from './kchat/team.ts';
import { checkConfiguration } from './machine/configuration.ts';
import { checkDatabaseFolder } from './machine/database-folder.ts';
import { checkDatabase } from './machine/database.ts';
import { checkPublicUrl } from './machine/public-url.ts';
import { checkServing } from './machine/serving.ts';
import { watchFetch } from './watched-fetch.ts';

export interface Examined {
  /** The configuration of the team. @throws ConfigurationError. */
  readConfig: () => ServeConfig;
  manifest: Manifest;
  /** Breaks off what is under way. */
  end: AbortSignal;
}

/** All checks, in the order of the report; the list after each name says what the check stands on. */
export function examine({ readConfig, manifest, end }: Examined): Promise<Finding[]> {
  const checkup = new Checkup();

  const config = checkup.check('configuration', [], () => checkConfiguration(readConfig));
  checkup.check('database-folder', [config], checkDatabaseFolder);
  const registered = checkup.check('database', [config], checkDatabase);
  checkup.check('public-url', [config], checkPublicUrl);
  checkup.check('serving', [config], (known) => checkServing(known, watchFetch(end).fetch));

  const server = checkup.check('kchat', [config], (known) => checkKchat(known, end));
  checkup.check('kchat-clock', [server], ({ skewMs }) => checkClock('kChat', skewMs));
  const bot = checkup.check('bot-token', [server, registered], checkBotToken);
  const team = checkup.check('team', [config, bot], checkTeam);
  const people = checkup.check('addresses', [bot, team], checkAddresses);
  checkup.check('administrators', [config, bot, team, people], checkAdministrators);
  checkup.check('realtime', [config, registered, bot, team], (...found) => checkRealtime(...found, end));
  checkup.check('notice-channels', [config, bot, team], checkNoticeChannels);
  checkup.check('command', [config, server, registered, bot, team], async (...[known, at, stored, who, where]) => {
    const grounds = { config: known, server: at, registered: stored, bot: who, team: where };
    return combine(await Promise.all(manifest.commands.map((command) => checkCommand(grounds, command))));
  });
  checkup.check('ephemeral-posts', [bot], checkEphemeralPosts);
  checkup.check('dialogs', [config, bot], checkDialogs);
  checkup.check('guests', [bot, team], checkGuests);

  const provider = checkup.check('infomaniak', [config], (known) => checkInfomaniak(known, end));
  checkup.check('infomaniak-clock', [provider], ({ skewMs }) => checkClock('Infomaniak', skewMs));
  const api = checkup.check('infomaniak-token', [provider], checkInfomaniakToken);
  checkup.check('organization', [config, api], checkOrganization);
  checkup.check('ai-tools', [config, api], (...[known]) => checkAiTools(known, end));
  checkup.check('seats', [bot], checkSeats);

  return checkup.findings();
}
