/** What a field holds before anybody touches it; kChat sends null for one that stays empty. */
export function firstValue({ type, default: given }) {
  if (type === 'bool') return given === 'true';
  return given === '' ? null : given;
}

/** What a typed text becomes in the submission. */
export function typedValue(element, text) {
  if (text === '') return null;
  return element.subtype === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** What the client itself finds wrong with a value, or `undefined`. */
export function valueProblem(element, value) {
  const { type, subtype, optional, min_length: shortest } = element;
  if (value === null || value === '') return optional ? undefined : 'This field is required.';
  if (type !== 'text' && type !== 'textarea') return undefined;
  const text = String(value);
  if (text.length < shortest) return `At least ${shortest} characters are needed.`;
  if (subtype === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return 'This is not an e-mail address.';
  if (subtype === 'number' && typeof value !== 'number') return 'This is not a number.';
  if (subtype === 'url' && !/^https?:\/\//.test(text)) return 'The address starts with http:// or https://.';
  return undefined;
}
