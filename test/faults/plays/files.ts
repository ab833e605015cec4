import { expect } from 'vitest';
import { sendFile } from '../../support/send-file.ts';
import type { HttpWorld } from '../http-world.ts';
import { insist } from '../insist.ts';

/** What somebody sends to the bot, while all is well: the same calls as the bot's own are none of the bot's. */
export async function prepareFiles({ sandbox }: HttpWorld): Promise<void> {
  await sendFile(sandbox, 'people.csv', 'email,first_name,last_name\nlea@acme.ch,Lea,Frei\ntom@acme.ch,Tom,Lang\n');
}

/** A file of people is read, and files and messages come back. */
export async function playFiles(world: HttpWorld): Promise<void> {
  const { actors } = world;
  const patId = actors.person('pat.keller').id;
  const newFile = async (line: string, wanted: RegExp) => {
    const before = actors.filesTo(patId).length;
    await insist(world, line, wanted);
    await world.quiet();
    expect(actors.filesTo(patId)).toHaveLength(before + 1);
  };

  const offers = () => actors.cardsTo(patId).filter(({ message }) => message.includes('lea@acme.ch'));
  const offer = await world.until('the offer', () => offers()[0]);
  expect(offers()).toHaveLength(1);
  await world.until('the import', async () => {
    // kChat shows whoever presses that it failed, or what the bot said; then it is pressed again.
    await actors.press(offer.id, 'Invite 2').catch(() => undefined);
    return actors.invitationsOf('tom@acme.ch').length > 0;
  });
  const reports = () => actors.messagesTo(patId).filter((text) => text.includes('`tom@acme.ch` | pending'));
  await world.until('the report', () => reports().length > 0);
  expect(reports()).toHaveLength(1);
  for (const email of ['lea@acme.ch', 'tom@acme.ch'])
    expect(actors.invitationsOf(email)).toMatchObject([{ status: 'pending', ksuite: {} }]);

  await newFile('/kinvite export', /on its way/);
  await newFile('/kinvite stats 7', /on its way/);

  const groups = () => actors.messagesTo(patId).filter((text) => text.includes('are in ~marketing now'));
  await insist(world, '/kinvite group "Marketing" ~marketing', /I am adding everybody/);
  await world.quiet();
  expect(groups()).toHaveLength(1);
}
