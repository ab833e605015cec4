import { joinList } from './join-list.ts';
import type { Texts } from './texts.ts';

const list = (items: readonly string[]) => joinList(items, 'en_GB');

export const english: Texts = {
  welcome: ({ firstName, teamName, inviterName, channels }) =>
    [
      `### Welcome${firstName && `, ${firstName}`}! 👋`,
      `This is kChat, where **${teamName}** talks: messages, channels, calls and files in one place.`,
      inviterName && `**${inviterName}** invited you and is glad to help; so is everybody in General.`,
      channels.length > 0 ? `**Your channels:** ${list(channels)}. Say hello there!` : '',
      'kChat is one part of your kSuite. **Mail, kDrive, Calendar, kMeet** and the other apps are in the **apps menu, top right corner**.',
      '_Good to know:_ managing the kSuite (people, products, invoices) is the administrators’ job and not part of a user’s role. Ask them when you miss something.',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notice: (arrivals, others) => {
    const names = arrivals.map(({ name }) => `**${name}**`);
    if (others > 0) names.push(others === 1 ? 'one more person' : `${others} more people`);
    const inviter = arrivals.length === 1 && others === 0 ? arrivals[0]?.inviterName : undefined;
    return `👋 ${list(names)} ${names.length === 1 ? 'has' : 'have'} joined us.${inviter ? ` Invited by ${inviter}.` : ''} Welcome!`;
  },
  arrived: (person, { channels, missing }) =>
    `✅ ${person} has accepted your invitation and is in kChat now.` +
    (channels.length > 0 ? ` Added to ${list(channels)}.` : '') +
    (missing.length > 0 ? ` Could not be added to ${list(missing)}: please add them by hand.` : ''),
  approved: (person) => `✅ Your request to invite ${person} was granted.`,
  denied: (person, { reason }) => `✋ Your request to invite ${person} was not granted${reason ? `: ${reason}` : '.'}`,
  reminder: (person, { until }) => `⏰ The invitation of ${person} ends on ${until}, and they have not accepted yet.`,
  expired: (person, { command }) =>
    `⌛ The invitation of ${person} has expired without an answer. To invite again: ${command}`,
  keepsSeat: (command) => `It keeps its kSuite seat at Infomaniak; to free it: ${command}`,
  rejected: (person, { command }) => `✋ ${person} has declined your invitation. To invite again: ${command}`,
  revoked: (person, { command }) =>
    `🚫 The invitation of ${person} was cancelled at Infomaniak. To invite again: ${command}`,
  revokedBy: (person, { by, reason, command }) =>
    `🚫 ${by} has revoked the invitation of ${person}: its link no longer works.${reason === undefined ? '' : ` Reason: ${reason}`}\nTo invite again: ${command}`,
  acceptedLate: (person, { state }) =>
    `⚠️ ${person} has accepted an invitation that was already ${state}. No welcome was sent. Please check in the Manager whether this person should have access.`,
  deliveryFailed: (person, { what, reason }) =>
    `⚠️ For ${person} this could not be done: ${what}. ${reason} Please do it by hand.`,
};
