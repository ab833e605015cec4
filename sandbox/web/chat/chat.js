import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../dialog/dialog.js';
import { useOpenedDialog } from '../dialog/opened-dialog.js';
import { useLoaded } from '../platform/changes.js';
import { kchatAs } from '../platform/kchat.js';
import { signIn } from '../platform/sandbox.js';
import { html } from '../view/html.js';
import { Composer } from './composer.js';
import { ConversationHeader } from './conversation-header.js';
import { loadConversations, unreadCount } from './conversations.js';
import { MessageList } from './message-list.js';
import { useReadMarks } from './read-marks.js';
import { Sidebar } from './sidebar.js';

/** kChat as one person sees it, once they are signed in. */
export function Chat({ person, state, version, suggestInvitation, onRead }) {
  const session = useLoaded(async () => kchatAs(person.token ?? (await signIn(person.id))), [person.id]);
  if (!session.value) return html`<${Opening} error=${session.error} />`;
  return html`<${Conversations}
    kchat=${session.value}
    person=${person}
    team=${state.team}
    bots=${state.people.filter((one) => one.is_bot && one.in_team)}
    version=${version}
    suggestion=${suggestInvitation && state.trigger}
    onRead=${onRead}
  />`;
}

function Conversations({ version, ...rest }) {
  const { kchat, person, team } = rest;
  const [sent, setSent] = useState(0);
  const { value, error } = useLoaded(() => loadConversations(kchat, person.id, team.id), [version, sent]);
  if (!value) return html`<${Opening} error=${error} />`;
  const platform = { kchat, teamId: team.id, onChange: () => setSent((before) => before + 1) };
  return html`<${Window} ...${value} ...${rest} version=${version} platform=${platform} />`;
}

function Opening({ error }) {
  return html`<p class="opening" role="status">${error ? `kChat says: ${error.message}` : 'Opening kChat…'}</p>`;
}

function Window({ conversations, people, platform, person, team, bots, version, suggestion, onRead }) {
  const [openId, setOpenId] = useState();
  const [drafts, setDrafts] = useState({});
  const [sidebarOpen, setSidebarOpen] = useState(false);
  const [marks, markRead] = useReadMarks(person.id);
  const [dialog, closeDialog] = useOpenedDialog(person.id, version);

  const open =
    conversations.find((one) => one.id === openId) ??
    conversations.find((one) => one.name === 'town-square') ??
    conversations[0];
  const newest = open?.messages.at(-1);
  useEffect(() => {
    if (!newest) return;
    markRead(open.id, newest.at);
    onRead(open);
  }, [open?.id, newest?.id]);

  if (!open) return html`<p class="opening">You are in no channel yet.</p>`;
  const choose = (id) => {
    setOpenId(id);
    setSidebarOpen(false);
  };
  const listed = conversations.map((one) => ({ ...one, unread: unreadCount(one, person.id, marks[one.id]) }));
  return html`<main class=${`chat ${sidebarOpen ? 'chat-browsing' : ''}`}>
    <${Sidebar}
      team=${team}
      me=${people.get(person.id)}
      bots=${bots}
      conversations=${listed}
      openId=${open.id}
      platform=${platform}
      onChoose=${choose}
    />
    <section class="conversation" aria-label=${open.title}>
      <${ConversationHeader}
        conversation=${open}
        unreadElsewhere=${listed.some((one) => one.unread > 0 && one.id !== open.id)}
        onBrowse=${() => setSidebarOpen(!sidebarOpen)}
      />
      <${MessageList}
        key=${open.id}
        conversation=${open}
        conversations=${conversations}
        people=${people}
        platform=${platform}
      />
      <${Composer}
        key=${`composer-${open.id}`}
        platform=${platform}
        conversation=${open}
        draft=${drafts[open.id] ?? ''}
        onDraft=${(text) => setDrafts((before) => ({ ...before, [open.id]: text }))}
        suggestion=${suggestion}
      />
    </section>
    ${
      dialog &&
      html`<${Dialog}
        key=${dialog.number}
        opened=${dialog}
        channelId=${open.id}
        platform=${platform}
        onClose=${closeDialog}
      />`
    }
  </main>`;
}
