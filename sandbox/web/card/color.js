const named = { good: '#1c7a4a', warning: '#dba617', danger: '#b3261e' };

/** The colour an attachment asks for, when it is one that kChat knows: three names, or `#` and hexadecimal digits. */
export function barColor(color) {
  return named[color] ?? (/^#[0-9a-f]{3,8}$/i.test(color) ? color : '#c8d0db');
}
