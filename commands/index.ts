import type { Command } from '../src/command-line/command.ts';
import { audit } from './audit.ts';
import { channels } from './channels.ts';
import { exportInvitations } from './export.ts';
import { forget } from './forget.ts';
import { group } from './group.ts';
import { guest } from './guest.ts';
import { help } from './help.ts';
import { importPeople } from './import.ts';
import { invite } from './invite.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { requests } from './requests.ts';
import { resend } from './resend.ts';
import { revoke } from './revoke.ts';
import { stats } from './stats.ts';
import { status } from './status.ts';
import { welcome } from './welcome.ts';

/** Every verb, in the order `help` shows them. manifest.json names the same; a test holds the two together. */
export const commands: readonly Command[] = [
  invite,
  guest,
  list,
  status,
  resend,
  revoke,
  link,
  requests,
  importPeople,
  channels,
  group,
  welcome,
  stats,
  exportInvitations,
  audit,
  forget,
  help,
];
