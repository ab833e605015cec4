import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';
import type { Person } from '../target/target.ts';

/** Once a year: for a test, never. */
const never = '0 0 1 1 *';

export function filesToTheBot(stage: () => ContractStage): void {
  describe('a CSV file that is sent to the bot', () => {
    let actors: Actors;
    let polled: string;
    beforeAll(() => {
      actors = actorsOn(stage());
    });

    /** Sends a table to the bot in a direct message. Returns the address that is in it. */
    const send = async (by: Person, firstName: string, name = 'people.csv'): Promise<string> => {
      const { email } = actors.identity(firstName, 'File');
      const as = actors.as(by);
      const direct = await done(as('POST', '/channels/direct', [by.id, stage().bot.id]));
      const form = new FormData();
      form.append('channel_id', direct.body.id);
      const table = `\uFEFFE-Mail;Vorname;Nachname\r\n${email};${firstName};File\r\n`;
      form.append('files', new Blob([table], { type: 'text/csv' }), name);
      const { file_infos: infos } = (await done(as('POST', '/files', form))).body;
      const post = { channel_id: direct.body.id, message: '', file_ids: infos.map(({ id }) => id) };
      await until(
        'a fresh direct channel to take posts',
        async () => (await as('POST', '/posts', post)).status === 201,
      );
      return email;
    };
    /** The offers that name an address, as whoever sent it sees them. */
    const offersOf = async (email: string): Promise<string[]> =>
      (await actors.messagesTo(stage().target.inviter)).filter((message) => message.includes(email));

    it('is heard of and offered, with realtime alone', async (test) => {
      needs(test, stage().target, 'files', 'realtime', 'canCutRealtime');
      const valve = await stage().target.openValve();
      await stage().serve({ KCHAT_URL: valve.url, KCHAT_REALTIME: 'auto', POLL_SCHEDULE: never });
      await until('the bot to listen', () => valve.connections() > 0);
      const email = await send(stage().target.inviter, 'Ida');
      await until('the offer', async () => (await offersOf(email)).length > 0);
    });

    it('is found and offered by polling alone', async (test) => {
      needs(test, stage().target, 'files');
      await stage().serve({ KCHAT_REALTIME: 'off' });
      polled = await send(stage().target.inviter, 'Jonas');
      await until('the offer', async () => (await offersOf(polled)).length > 0);
    });

    it('is not offered again after a start', async (test) => {
      needs(test, stage().target, 'files');
      await stage().serve({ KCHAT_REALTIME: 'off' });
      const next = await send(stage().target.inviter, 'Karla');
      await until('the next offer', async () => (await offersOf(next)).length > 0);
      expect(await offersOf(polled)).toHaveLength(1);
    });

    it('is answered with help when it is something else', async (test) => {
      needs(test, stage().target, 'files');
      await send(stage().target.inviter, 'Leo', 'people.xlsx');
      await actors.someMessageTo(stage().target.inviter, 'I read CSV files only');
    });

    it('is refused to whoever may not invite', async (test) => {
      needs(test, stage().target, 'files', 'canCreatePeople');
      const { member } = stage().target;
      await send(member, 'Mona');
      await actors.someMessageTo(member, 'Only kChat administrators');
    });
  });
}
