/** The name people are shown under. */
export function fullName(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ');
  return name || person.nickname || person.username;
}

/** One or two letters for an avatar. */
export function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join('');
}

/** A hue in degrees that stays the same for the same name. */
export function hueOf(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 3600;
  return (sum % 12) * 30;
}
