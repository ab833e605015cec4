/**
 * What a slash command being typed can become. `commands` is kChat's autocomplete list. Each suggestion says what the
 * text would be (`text`), what to show (`label`, `rest`, `description`), and whether Enter takes it without it having
 * been chosen.
 */
export function suggestionsFor(text, commands) {
  if (!text.startsWith('/')) return [];
  const [trigger, ...words] = text.slice(1).split(' ');
  if (words.length === 0) return triggers(trigger, commands);
  const command = commands.find((one) => one.trigger === trigger);
  return command && words.length === 1 ? verbs(command, words[0]) : [];
}

/** How the command being typed is used, as far as its words tell: `{ trigger, usage }`, or `undefined`. */
export function usageOf(text, commands) {
  const command = commands.find((one) => text.startsWith(`/${one.trigger} `));
  if (!command) return undefined;
  const [verb] = text.slice(command.trigger.length + 2).split(/\s/, 1);
  const all = usagesOf(command);
  const usage = all.find((one) => one === verb || one.startsWith(`${verb} `)) ?? all[0];
  return { trigger: command.trigger, usage };
}

function triggers(typed, commands) {
  return commands
    .filter((one) => one.auto_complete !== false && one.trigger.startsWith(typed.toLowerCase()))
    .map((one) => ({
      text: `/${one.trigger} `,
      label: `/${one.trigger}`,
      rest: one.auto_complete_hint,
      description: one.auto_complete_desc || one.description,
      eager: true,
    }));
}

/** A plain first word is a verb. */
function verbs(command, typed) {
  return usagesOf(command)
    .map((usage) => usage.match(/^([a-z-]+)(?:\s+(.*))?$/))
    .filter((usage) => usage?.[1].startsWith(typed) && usage[1] !== typed)
    .map(([, verb, rest = '']) => ({
      text: `/${command.trigger} ${verb}${rest ? ' ' : ''}`,
      label: verb,
      rest,
      description: '',
      eager: typed !== '',
    }));
}

/** A hint reads `jane@acme.ch Jane Doe | list [state] | import [lines|cancel]`: bars inside brackets have no spaces. */
function usagesOf(command) {
  return command.auto_complete_hint.split(' | ');
}
