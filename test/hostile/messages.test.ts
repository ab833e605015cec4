import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionedNames } from '../../sandbox/kchat/mentions.ts';
import { approvalCard } from '../../src/invitations/approval-card.ts';
import { describeOpen } from '../../src/invitations/describe-open.ts';
import { describePlan } from '../../src/invitations/describe-plan.ts';
import { describeOutcome, type Reader } from '../../src/invitations/describe.ts';
import { inviteCommand } from '../../src/invitations/invite-command.ts';
import { describeImportNews } from '../../src/invitations/import-news.ts';
import { offerCard } from '../../src/invitations/import-card.ts';
import { confirmationCard, invitationCard } from '../../src/invitations/invitation-card.ts';
import { withNote } from '../../src/invitations/personal-note.ts';
import { fillTemplate, readTemplate } from '../../src/invitations/welcome-template.ts';
import { gatheredMessageKinds } from '../../src/ports/delivery-store.ts';
import type { Import, ImportRow } from '../../src/ports/import-store.ts';
import type { Invitation, InvitationState } from '../../src/ports/invitation-store.ts';
import { locales } from '../../src/ports/provisioning.ts';
import { remark, remarkCodes } from '../../src/ports/remark.ts';
import { csvFile } from '../../src/texts/csv.ts';
import { channelLink, code, plain } from '../../src/texts/plain.ts';
import { prose } from '../../src/texts/prose.ts';
import { sayRemarks } from '../../src/texts/remarks.ts';
import { tableRow } from '../../src/texts/table.ts';
import { textsFor } from '../../src/texts/texts-for.ts';
import { dangerousParts, hiddenIn, mentionsIn, structureOf, withoutJoiners } from '../support/as-read.ts';
import { defaultRequest, openWorld, type FakeWorld } from '../support/fake-world.ts';
import { hostileText } from '../support/hostile-text.ts';
import { parse } from 'csv-parse/sync';

const numRuns = 300;
const seen = hostileText.filter((text) => plain(text) !== '');

/** An invitation in which everything that people and services write is this text. */
function invitationOf(text: string, state: InvitationState): Invitation {
  return {
    ...defaultRequest,
    ...{ id: 'invitation', teamId: 'team', state, inviterId: 'pat', requestedAt: 1, expiresAt: 2, renewals: 0 },
    ...{ firstName: text, lastName: text, inviterName: text, note: text, failureDetail: text, workTeams: [text] },
    channels: [{ id: 'c', name: text }],
    failure: state === 'failed' ? 'provider_refused' : undefined,
    ...{ providerStep: 'none', providerStepAt: undefined, providerInvitationId: 7, acceptedAt: undefined },
    ...{ arrivedAt: undefined, renewedAt: undefined, cardPostId: undefined, approvedBy: undefined },
    ...{ approvalPostId: undefined, forgottenAt: undefined, providerUserId: undefined, chatUserId: undefined },
    ...{ parentId: undefined, importId: undefined, kind: 'member' },
  };
}

const importOf: Import = {
  ...{ id: 'import', teamId: 'team', byId: 'anna', byName: 'Anna', locale: 'fr_FR', trigger: 'kinvite' },
  ...{ state: 'offered', createdAt: 1, startedAt: undefined, postId: undefined, ending: undefined },
};

const rowOf = (text: string): ImportRow => ({
  ...{ number: 1, email: text, firstName: text, lastName: text, locale: 'fr_FR', channels: [] },
  ...{ problem: `${code(text)} \u26a0\n${plain(text)}`, invitationId: undefined },
});

/** Everything that is composed of what others write, by name. */
function messagesOf({ deps }: FakeWorld, text: string): Record<string, string> {
  const locale = locales[text.length % locales.length] ?? 'en_GB';
  const reader: Reader = { locale, formatTime: String, trigger: 'kinvite' };
  const cardReader = { userId: 'pat', locale, timeZone: undefined };
  const pending = invitationOf(text, 'pending');
  const { email, inviterName } = pending;
  const name = plain(text, 80);
  const texts = textsFor(locale);
  return {
    outcome: describeOutcome(pending, reader),
    failure: describeOutcome(invitationOf(text, 'failed'), reader),
    guest: describeOutcome({ ...pending, kind: 'guest' }, reader),
    again: inviteCommand(pending, { trigger: 'kinvite', defaultLocale: locale }),
    open: describeOpen(pending, 'member', reader),
    plan: describePlan(
      { ...pending, inviter: { id: 'pat', name: inviterName }, replyTo: defaultRequest.replyTo },
      locale,
    ),
    card: invitationCard(deps, pending, cardReader).text,
    question: confirmationCard(deps, pending, cardReader).text,
    request: approvalCard(deps, invitationOf(text, 'awaiting_approval'), undefined).text,
    denied: approvalCard(deps, invitationOf(text, 'denied'), text).text,
    offer: offerCard(deps, importOf, [rowOf(text), rowOf(text)]).text,
    note: withNote('Welcome', pending),
    notice: texts.notice([{ name, inviterName: name }], 0),
    welcome: texts.welcome({ firstName: name, teamName: name, inviterName: name, channels: ['~x'] }),
    remarks: remarkCodes.map((one) => `- ${sayRemarks(remark(one, text, text), locale)}`).join('\n'),
    template: fillTemplate('# {first_name}\n**{inviter}**, [{team}](https://acme.ch) {channels}', {
      ...{ first_name: name, inviter: name, team: name, channels: name },
    }),
    row: ['| a | b |', '| --- | --- |', tableRow([code(text), plain(text)])].join('\n'),
    written: prose(`${text}\n\n${text}`, ['~town-square']).replace(/\n+/g, ' '),
    email: code(email),
    ...Object.fromEntries(
      gatheredMessageKinds.map((kind) => {
        const concerned = [{ invitation: { ...pending, email: text }, missing: [channelLink(text)] }];
        return [`news: ${kind}`, describeImportNews(deps, importOf, kind, concerned, reader)];
      }),
    ),
  };
}

describe('what others write', () => {
  test('changes nothing in how a message is built, mentions nobody, and hides nothing', async () => {
    const world = await openWorld();
    fc.assert(
      fc.property(seen, (text) => {
        // As long, which decides about the language, and a channel's name if the text is one.
        const harmless = messagesOf(world, (/^[a-z\d][\w-]*$/i.test(text) ? 'x' : '!').repeat(text.length));
        for (const [name, message] of Object.entries(messagesOf(world, text))) {
          expect(structureOf(message), `${name}: ${message}`).toEqual(structureOf(harmless[name] ?? ''));
          expect([...mentionsIn(message), ...mentionedNames(message)], `${name}: ${message}`).toEqual([]);
          expect(hiddenIn(message), `${name}: ${message}`).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  test('keeps the columns of a table, for readers too that know no escaped pipe', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const show of [plain, code]) {
          const row = tableRow(texts.map((text) => show(text)));
          expect(row.split('|')).toHaveLength(texts.length + 2);
          expect(row).not.toContain('\n');
        }
      }),
    );
  });
});

describe('a template', () => {
  test('of any words mentions nobody and hides nothing, whoever it is filled with', () => {
    fc.assert(
      fc.property(hostileText, seen, (written, name) => {
        const template = readable(`${written}\n{first_name} @{first_name} @{team}`);
        if (template === undefined) return;
        const message = fillTemplate(template, { first_name: plain(name), team: 'channel' });
        expect(mentionsIn(message), message).toEqual([]);
        expect(mentionedNames(message), message).toEqual([]);
        expect(hiddenIn(withoutJoiners(message))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['Write to help@acme.ch', 'Write to help@acme.ch'],
    ['[Wiki](https://acme.ch/@team)', '[Wiki](https://acme.ch/%40team)'],
    ['Ask @pat or @channel', 'Ask @\u200bpat or @\u200bchannel'],
    ['👩\u200d👩 and ❤️', '👩\u200d👩 and ❤️'],
    ['a\u202eb\u0000c\u200bd', 'abcd'],
  ])('%j is sent as %j', (written, sent) => {
    expect(fillTemplate(readable(written) ?? '', {})).toBe(sent);
  });
});

/** Undefined where it is refused. */
function readable(written: string): string | undefined {
  try {
    return readTemplate('first', written);
  } catch {
    return undefined;
  }
}

describe('a file for spreadsheets', () => {
  const formula = /^\s*[=+@\-＝＋－＠]/u;

  test.each(locales)('has no formula in it, wherever it is split (%s)', (locale) => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), (texts) => {
        const file = csvFile(
          ['a', 'b'],
          texts.map((text) => ({ a: text, b: text })),
          locale,
        ).toString();
        const delimiter = locale === 'en_GB' ? ',' : ';';
        const rows: string[][] = parse(file, { delimiter, bom: true });
        expect(rows.every((row) => row.length === 2)).toBe(true);
        // As a spreadsheet of another language might, that knows no quotes either.
        const elsewhere = file.replace(/^\ufeff/, '').split(delimiter === ',' ? /[;\t\r\n]/ : /[,\t\r\n]/);
        expect([...rows.flat(), ...elsewhere].filter((cell) => formula.test(cell))).toEqual([]);
        expect(hiddenIn(file.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

test('nothing dangerous is read into the harmless text either', async () => {
  const world = await openWorld();
  for (const message of Object.values(messagesOf(world, 'Jane'))) {
    expect(dangerousParts(message).filter((part) => !part.endsWith(':link'))).toEqual([]);
  }
});
