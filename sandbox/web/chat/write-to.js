import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { fullName } from '../view/names.js';

/** The bots with whom there is no conversation yet: anybody may write to them first. */
export function WriteTo({ bots, directs, me, platform, onChoose }) {
  const strangers = bots.filter((bot) => !directs.some(({ partner }) => partner.id === bot.id));
  const open = async (bot) => {
    const channel = await platform.kchat.direct(me.id, bot.id);
    platform.onChange();
    onChoose(channel.id);
  };
  return strangers.map(
    (bot) =>
      html`<li key=${bot.id}>
        <button class="entry" data-testid=${`write-${bot.username}`} onClick=${() => open(bot)}>
          <${Avatar} name=${fullName(bot)} bot=${true} size=${22} />
          <span class="entry-title">Write to ${fullName(bot)}</span>
        </button>
      </li>`,
  );
}
