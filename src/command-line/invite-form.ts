import { UserError } from '../errors.ts';
import { nameOf } from '../invitations/caller.ts';
import { describePerson } from '../invitations/describe.ts';
import { canonicalEmail } from '../invitations/email-address.ts';
import { findChannels } from '../invitations/find-channels.ts';
import { cleanName, maxNameLength } from '../invitations/person-name.ts';
import { checkDomain, checkRole } from '../invitations/policy.ts';
import { requestInvitation } from '../invitations/request-invitation.ts';
import type { Form, FormField } from '../ports/card.ts';
import { locales, type Locale, type OrganizationRole } from '../ports/provisioning.ts';
import { requestsTexts } from '../texts/commands/requests.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { inviteFormTexts, type InviteFormTexts } from '../texts/invite-form.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { approveInstead } from './approve-instead.ts';
import type { CallerContext } from './caller-context.ts';
import type { FormAnswer, FormHandler, FormValues } from './interaction.ts';
import { readChannelName, readNote } from './invite-words.ts';

const formMs = 30 * 60_000;
const roles = ['normal', 'admin', 'owner'] as const satisfies readonly OrganizationRole[];

/**
 * The form that the bare command opens.
 * @param trigger the word that was typed, for what is said later.
 */
export function inviteForm({ tickets, clock, settings, caller, locale }: CallerContext, trigger: string): Form {
  const texts = inviteFormTexts[locale];
  const userId = caller.user.id;
  const ticket = { teamId: settings.team.id, verb: 'invite', action: 'form', subject: trigger, userId };
  return {
    title: texts.title,
    introduction: caller.mayInvite ? texts.introduction : texts.introductionToAsk,
    submitLabel: caller.mayInvite ? texts.submit : texts.ask,
    ticket: tickets.issue({ ...ticket, expiresAt: clock.now() + formMs }),
    fields: [
      { name: 'email', label: texts.email, type: 'email', maxLength: 150 },
      { name: 'first_name', label: texts.firstName, type: 'text', maxLength: maxNameLength },
      { name: 'last_name', label: texts.lastName, type: 'text', maxLength: maxNameLength },
      ...(caller.mayInvite ? roleFields(settings, locale) : []),
      {
        name: 'locale',
        label: texts.language,
        type: 'select',
        initial: settings.defaultLocale,
        options: locales.map((value) => ({ label: texts.languages[value], value })),
      },
      {
        name: 'strict',
        label: texts.strict,
        placeholder: texts.strictYes,
        type: 'checkbox',
        initial: true,
        isOptional: true,
      },
      { name: 'work_team', label: texts.workTeam, help: texts.workTeamHelp, type: 'text', isOptional: true },
      { name: 'channels', label: texts.channels, help: texts.channelsHelp, type: 'text', isOptional: true },
      { name: 'note', label: texts.note, help: texts.noteHelp, type: 'textarea', maxLength: 500, isOptional: true },
    ],
  };
}

/** Only administrators invite with another role than user. */
function roleFields(settings: CallerContext['settings'], locale: Locale): FormField[] {
  const texts = inviteFormTexts[locale];
  return [
    {
      name: 'role',
      label: texts.role,
      help: texts.roleHelp,
      type: 'select',
      initial: 'normal',
      options: rolesFor(settings).map((role) => ({ label: invitationTexts[locale].roles[role], value: role })),
    },
    {
      name: 'confirmed',
      label: texts.confirmed,
      placeholder: texts.confirmedYes,
      type: 'checkbox',
      isOptional: true,
    },
  ];
}

/** What becomes of it: an invitation like a typed one, or the fields that have to be corrected. */
export const inviteFormHandler: FormHandler = {
  async submit(context, values, trigger, { channelId }): Promise<FormAnswer> {
    const errors: Record<string, (locale: Locale) => string> = {};
    /** Reads one field; a mistake is shown at it, beside those of the others. */
    const field = async <Value>(name: string, read: () => Value | Promise<Value>): Promise<Value | undefined> => {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        errors[name] = error.say;
        return undefined;
      }
    };
    const { settings, caller } = context;
    const email = await field('email', () => checkDomain(settings, canonicalEmail(required(values, 'email'))));
    const firstName = await field('first_name', () => readName(values, 'first_name'));
    const lastName = await field('last_name', () => readName(values, 'last_name'));
    const role = await field('role', () => readRole(context, values));
    const channels = await field('channels', () =>
      findChannels(context, caller.user.id, text(values, 'channels').split(',').filter(isThere).map(readChannelName)),
    );
    const note = await field('note', () => readNote(text(values, 'note')));
    const isComplete = email && firstName && lastName && role && channels && Object.keys(errors).length === 0;
    if (!isComplete) return { errors };

    const result = await requestInvitation(context, {
      email,
      firstName,
      lastName,
      role,
      strict: isTicked(values, 'strict'),
      locale: locales.find((one) => one === values.locale) ?? settings.defaultLocale,
      channels,
      workTeams: [text(values, 'work_team')].filter(isThere),
      note,
      inviter: { id: caller.user.id, name: nameOf(caller.user) },
      replyTo: { channelId, trigger, isDetached: true },
      needsApproval: !caller.mayInvite,
    });
    if (!caller.mayInvite) {
      return { text: requestsTexts[context.locale].passedOn(describePerson({ email, firstName, lastName })) };
    }
    if (result.kind === 'already_open' && result.invitation.state === 'awaiting_approval') {
      return { text: await approveInstead(context, result.invitation) };
    }
    if (result.kind === 'already_open') return { errors: { email: say((texts) => texts.alreadyInvited) } };
    // How it ends is told where the form was opened, as soon as it is known.
    return {};
  },
};

function rolesFor({ allowLegalRepresentative }: CallerContext['settings']) {
  return roles.filter((role) => role !== 'owner' || allowLegalRepresentative);
}

function readRole({ settings, caller }: CallerContext, values: FormValues): OrganizationRole {
  const role = roles.find((one) => one === values.role) ?? 'normal';
  checkRole(settings, caller, role);
  if (role !== 'normal' && !isTicked(values, 'confirmed')) throw new UserError(say((texts) => texts.confirmRole));
  return role;
}

function readName(values: FormValues, name: string): string {
  const cleaned = cleanName(required(values, name));
  if (cleaned === '') throw new UserError(say((texts) => texts.missing));
  if (cleaned.length > maxNameLength) {
    throw new UserError((locale) => mistakeTexts[locale].nameTooLong(maxNameLength));
  }
  return cleaned;
}

function required(values: FormValues, name: string): string {
  const value = text(values, name);
  if (value === '') throw new UserError(say((texts) => texts.missing));
  return value;
}

function text(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Mattermost sends a boolean, older clients its word. */
function isTicked(values: FormValues, name: string): boolean {
  return values[name] === true || values[name] === 'true';
}

function isThere(part: string): boolean {
  return part.trim() !== '';
}

function say(choose: (texts: InviteFormTexts) => string) {
  return (locale: Locale) => choose(inviteFormTexts[locale]);
}
