import type { Typist } from '../commands/typist.ts';

export const addressOf = (index: number) => `p${index}@acme.ch`;

/** Anna imports so many people, `p0@acme.ch` first. @param more the header and the cells of further columns. */
export async function importPeople(
  { type, press, world }: Typist,
  count: number,
  more: readonly [header: string, cells: string] = ['', ''],
): Promise<void> {
  const lines = Array.from({ length: count }, (_, index) => `${addressOf(index)},Person,Nr${index}${more[1]}`);
  await type(`import ${[`email,first_name,last_name${more[0]}`, ...lines].join('\n')}`);
  await world.drain();
  await press(`Invite ${count}`);
  await world.untilQuiet();
}
