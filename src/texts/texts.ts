import type { Locale } from '../ports/provisioning.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';

/** What newcomers, channels and inviters read, once per language. Every string in it is safe to post already. */
export interface Texts {
  welcome(facts: WelcomeFacts): string;
  notice(arrivals: readonly NoticeLine[], others: number): string;
  arrived(person: string, facts: { channels: string[]; missing: string[] }): string;
  expired(person: string, facts: { command: string }): string;
  rejected(person: string, facts: { command: string }): string;
  revoked(person: string, facts: { command: string }): string;
  acceptedLate(person: string, facts: { state: string }): string;
  deliveryFailed(person: string, facts: { what: string; reason: string }): string;
}

export interface WelcomeFacts {
  /** Empty when unknown. */
  firstName: string;
  teamName: string;
  /** Empty for a person who was not invited here. */
  inviterName: string;
  /** `~name` each, those the newcomer really is in. */
  channels: string[];
}

export interface NoticeLine {
  name: string;
  inviterName: string | undefined;
}

const byLocale: Record<Locale, Texts> = {
  fr_FR: french,
  de_DE: german,
  it_IT: italian,
  es_ES: spanish,
  en_GB: english,
};

export function textsFor(locale: Locale): Texts {
  return byLocale[locale];
}
