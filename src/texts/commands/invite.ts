import type { Locale } from '../../ports/provisioning.ts';

interface InviteTexts {
  summary: string;
  details?: string;
}

export const inviteTexts: Readonly<Record<Locale, InviteTexts>> = {
  en_GB: {
    summary: 'Invite a person to the kSuite',
    details: [
      '| option | meaning |',
      '| --- | --- |',
      '| `--channel ~name` | also add them to this channel on arrival; may be repeated |',
      '| `--lang fr` | language of the mail and the welcome: fr, de, it, es, en |',
      '| `--role user` | or `administrator`, `legal-representative`; those two need `--confirm` |',
      '| `--any-login` | they may sign in with an address other than this one |',
      '| `--team "name"` | work team of the organization they join; may be repeated |',
      '| `--dry-run` | only show what would happen |',
    ].join('\n'),
  },
  fr_FR: { summary: 'Inviter une personne dans la kSuite' },
  de_DE: { summary: 'Eine Person in die kSuite einladen' },
  it_IT: { summary: 'Invitare una persona nella kSuite' },
  es_ES: { summary: 'Invitar a una persona a la kSuite' },
};
