import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { readEmail } from '../src/invitations/email-address.ts';
import { namesOf } from '../src/invitations/names-of.ts';
import { programParts, type AuditEntry } from '../src/ports/audit-store.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { auditTexts } from '../src/texts/commands/audit.ts';
import { code, plain } from '../src/texts/plain.ts';
import { tableRow } from '../src/texts/table.ts';
import { tellEvent } from '../src/texts/tell-event.ts';
import { timeFormatter } from '../src/texts/time.ts';
import { withColon } from '../src/texts/with-colon.ts';

const rowsPerPage = 20;

const words = z.array(z.string()).transform((parts) => {
  let email: string | undefined;
  let page: number | undefined;
  for (const part of parts) {
    const isPage = /^[1-9]\d{0,5}$/.test(part);
    if ((isPage ? page : email) !== undefined) throw new UserError((locale) => auditTexts[locale].tooMany);
    if (isPage) page = Number(part);
    else email = readEmail(part);
  }
  return { email, page: page ?? 1 };
});

export const audit = defineCommand({
  verb: 'audit',
  permission: 'administrator',
  texts: auditTexts,
  usage: 'audit [email] [page]',
  examples: ['audit', 'audit 2', 'audit jane@acme.ch'],
  words,
  async run(context, { email, page }) {
    const { store, settings, caller, locale, replyTo } = context;
    const texts = auditTexts[locale];
    const total = await store.audit.count(settings.team.id, { email });
    if (total === 0) return reply(email === undefined ? texts.nothing : texts.nothingOf(code(email)));
    const pages = Math.ceil(total / rowsPerPage);
    if (page > pages) throw new UserError(texts.tooFar(pages));

    const query = { email, limit: rowsPerPage, offset: (page - 1) * rowsPerPage };
    const entries = await store.audit.page(settings.team.id, query);
    const names = await namesOf(context, [...new Set(entries.map(({ actor }) => actor).filter(isPerson))]);
    const time = timeFormatter(caller.user.timeZone, locale);
    const title = email === undefined ? texts.title(total) : texts.titleOf(code(email), total);
    return reply(
      `**${title}**, ${texts.page(page, pages)}`,
      [
        `| ${texts.columns.join(' | ')} |`,
        '| --- | --- | --- | --- |',
        ...entries.map((entry) => entryRow(entry, { time, names, locale })),
      ].join('\n'),
      page < pages && texts.more(code(['/', replyTo.trigger, ' audit', email && ` ${email}`, ` ${page + 1}`].join(''))),
    );
  },
});

interface RowFacts {
  time: (at: number) => string;
  names: ReadonlyMap<string, string>;
  locale: Locale;
}

function entryRow({ at, actor, act, email, detail }: AuditEntry, { time, names, locale }: RowFacts): string {
  const name = names.get(actor);
  const who = !isPerson(actor) ? auditTexts[locale].byItself : name === undefined ? code(actor) : plain(name);
  const what = describeAct(act, detail, locale);
  return tableRow([time(at), who, what, email === undefined ? '' : code(email)]);
}

function describeAct(act: AuditEntry['act'], detail: string | undefined, locale: Locale): string {
  if ('event' in act) return tellEvent(act.event, detail, locale);
  const what = auditTexts[locale].acts[act.verb];
  return detail === undefined ? what : withColon(what, plain(detail), locale);
}

function isPerson(actor: string): boolean {
  return !programParts.some((part) => part === actor);
}
