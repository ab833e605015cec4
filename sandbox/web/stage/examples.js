/**
 * What whoever is played could type: the administrator first the command the story begins with, and once somebody is
 * invited everything else; a member asks.
 */
export function examplesFor(part, trigger, isInvited) {
  if (!trigger) return [];
  const lines = part === 'admin' ? (isInvited ? further : first) : part === 'member' ? asking : {};
  return Object.entries(lines).map(([name, words]) => ({ name, text: `/${trigger} ${words}`.trim() }));
}

const first = { Invite: 'jane.doe@acme.ch Jane Doe --channel ~marketing' };

const further = {
  'the form': '',
  'the list': 'list',
  'many at once': 'import\nkim.lee@acme.ch Kim Lee\nbob.stone@acme.ch Bob Stone',
  'a work team': 'group "Marketing" ~marketing',
  'the welcome': 'welcome set',
  'the numbers': 'stats',
  'all else': 'help',
};

const asking = { 'to ask for somebody': 'tom.frei@acme.ch Tom Frei --note "Joins my team in May"' };
