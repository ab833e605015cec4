import { useLoaded } from '../platform/changes.js';
import { fullName } from './names.js';

/** What can be chosen: the given options, or the team's people or public channels. Each is `{ text, value }`. */
export function useOptions({ kchat, teamId }, { data_source: source, options }) {
  const { value = [] } = useLoaded(() => load(kchat, teamId, source), [source]);
  return options ?? value;
}

async function load(kchat, teamId, source) {
  if (source === 'users') {
    const people = await kchat.members(teamId);
    const active = people.filter((person) => person.delete_at === 0 && !person.is_bot);
    return active.map((person) => ({ text: `${fullName(person)} (@${person.username})`, value: person.id }));
  }
  if (source === 'channels') {
    const channels = await kchat.publicChannels(teamId);
    return channels.map((channel) => ({ text: channel.display_name, value: channel.id }));
  }
  return [];
}
