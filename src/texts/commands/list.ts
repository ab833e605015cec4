import type { Locale } from '../../ports/provisioning.ts';

interface ListTexts {
  summary: string;
}

export const listTexts: Readonly<Record<Locale, ListTexts>> = {
  en_GB: { summary: 'Show the invitations, newest first' },
  fr_FR: { summary: 'Afficher les invitations, la plus récente d’abord' },
  de_DE: { summary: 'Die Einladungen zeigen, die neueste zuerst' },
  it_IT: { summary: 'Mostrare gli inviti, dal più recente' },
  es_ES: { summary: 'Mostrar las invitaciones, la más reciente primero' },
};
