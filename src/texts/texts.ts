/** What newcomers, channels and inviters read, once per language. Every string in it is safe to post already. */
export interface Texts {
  welcome: (facts: WelcomeFacts) => string;
  notice: (arrivals: readonly NoticeLine[], others: number) => string;
  arrived: (person: string, facts: { channels: string[]; missing: string[] }) => string;
  approved: (person: string) => string;
  denied: (person: string, facts: { reason: string | undefined }) => string;
  reminder: (person: string, facts: { until: string }) => string;
  expired: (person: string, facts: { command: string }) => string;
  /** Until it is revoked, or the person is invited again. */
  keepsSeat: (command: string) => string;
  rejected: (person: string, facts: { command: string }) => string;
  revoked: (person: string, facts: { command: string }) => string;
  revokedBy: (person: string, facts: { by: string; reason: string | undefined; command: string }) => string;
  acceptedLate: (person: string, facts: { state: string }) => string;
  deliveryFailed: (person: string, facts: { what: string; reason: string }) => string;
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
