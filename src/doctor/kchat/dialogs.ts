import type { ServeConfig } from '../../config.ts';
import { RemoteRefusal } from '../../errors.ts';
import { ok, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** The route exists: it has understood what is wrong with the made-up trigger (Mattermost: 400, observed). */
const understood = [400, 422];

/** Whether forms can be opened. kChat does not publish the route, so it is asked with a trigger that opens nothing. */
export async function checkDialogs({ PUBLIC_URL }: ServeConfig, bot: Bot): Promise<Diagnosis> {
  const dialog = { callback_id: 'doctor', title: 'Doctor', elements: [], submit_label: 'OK' };
  try {
    await bot.ask('post', '/actions/dialogs/open', { trigger_id: 'doctor', url: `${PUBLIC_URL}/kchat/dialog`, dialog });
  } catch (error) {
    if (!(error instanceof RemoteRefusal)) throw error;
    if ([403, 404, 405].includes(error.status)) {
      return warning(
        `kChat opens no dialogs for the bot (${error.status}).`,
        'Nothing has to be done: every command can be typed in one line.',
      );
    }
    if (!understood.includes(error.status)) throw error;
  }
  return ok('The bot can open dialogs.');
}
