import type { Doors } from './people.ts';

/** More than the 200 people that a page of the roster holds. */
const crowdSize = 205;
/** How many are let in at a time: hashing passwords is what takes a server long. */
const together = 4;

/**
 * Fills the team with as many people as the server allows, at most a little more than one page of the roster.
 * @returns their ids
 */
export async function fillTeam(doors: Doors, run: string): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < crowdSize) {
    const count = Math.min(together, crowdSize - ids.length);
    const batch = await Promise.allSettled(
      Array.from({ length: count }, (_, index) => {
        const number = ids.length + index;
        return doors.letInSilently({
          email: `crowd${number}.${run}@example.test`,
          firstName: 'Crowd',
          lastName: 'Member',
        });
      }),
    );
    ids.push(...batch.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
    const refused = batch.find((result) => result.status === 'rejected');
    if (!refused) continue;
    process.stderr.write(`The roster is tried with ${ids.length} people only: ${String(refused.reason)}\n`);
    break;
  }
  return ids;
}
