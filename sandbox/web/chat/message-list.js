import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../view/html.js';
import { dayName } from '../view/times.js';
import { Message } from './message.js';

/** Messages of one author within this time (milliseconds) share one heading. */
const closeTogether = 5 * 60_000;

/** A conversation's messages, oldest first. The style sheet keeps the newest in view. */
export function MessageList({ conversation, conversations, people, platform }) {
  const { messages } = conversation;
  const list = useRef(null);
  const newest = messages.at(-1);
  // An answer to this person alone is one they have just asked for: it comes into view wherever they have scrolled to.
  useLayoutEffect(() => {
    if (newest?.onlyForYou) list.current.scrollTop = 0;
  }, [newest?.id]);
  const names = mentionNames(conversations, people);
  return html`<div ref=${list} class="messages" role="log" aria-label="Messages" tabindex="0">
    <div class="messages-inner">
      ${messages.length === 0 && html`<${Beginning} conversation=${conversation} />`}
      ${messages.map((message, index) => {
        const previous = messages[index - 1];
        const newDay = !previous || dayName(previous.at) !== dayName(message.at);
        return [
          newDay && html`<div class="day" key=${`day-${message.id}`}><span>${dayName(message.at)}</span></div>`,
          html`<${Message}
            key=${message.id}
            message=${message}
            follows=${!newDay && continues(previous, message)}
            notice=${conversation.kind !== 'direct' && message.author.is_bot && !message.onlyForYou && !message.system}
            names=${names}
            platform=${platform}
          />`,
        ];
      })}
    </div>
  </div>`;
}

/** What a mention may name here, and how it is shown: people by user name, channels by title. */
function mentionNames(conversations, people) {
  const groups = ['@channel', '@all', '@here'].map((word) => [word, word]);
  const persons = [...people.values()].map(({ username }) => [`@${username}`, `@${username}`]);
  const channels = conversations.filter((one) => one.kind !== 'direct').map((one) => [`~${one.name}`, `~${one.title}`]);
  return new Map([...groups, ...persons, ...channels]);
}

function continues(previous, message) {
  const sameAuthor = previous.author.username === message.author.username;
  const sameStyle = previous.system === message.system && previous.onlyForYou === message.onlyForYou;
  return sameAuthor && sameStyle && !message.onlyForYou && message.at - previous.at < closeTogether;
}

function Beginning({ conversation }) {
  return html`<div class="beginning">
    <b>This is the beginning of ${conversation.title}</b>
    <p>Nothing has been written here yet.</p>
  </div>`;
}
