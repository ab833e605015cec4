import { html } from '../view/html.js';

const languages = { en: 'English', de: 'Deutsch', fr: 'Français', it: 'Italiano', es: 'Español' };

/** The language of one's kChat, as its settings have it: in it the bot answers. This page itself speaks English. */
export function Language({ me, platform }) {
  const change = async (event) => {
    await platform.kchat.patchMe({ locale: event.target.value });
    platform.onChange();
  };
  return html`<select
    class="language"
    data-testid="language"
    aria-label="Language of kChat"
    title="The language of kChat, in which the bot answers"
    value=${me.locale.slice(0, 2)}
    onChange=${change}
  >
    ${Object.entries(languages).map(([code, name]) => html`<option key=${code} value=${code}>${name}</option>`)}
  </select>`;
}
