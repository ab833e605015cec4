import type { Locale } from '../../ports/provisioning.ts';

interface StatusTexts {
  summary: string;
}

export const statusTexts: Readonly<Record<Locale, StatusTexts>> = {
  en_GB: { summary: 'Show the timeline of one invitation' },
  fr_FR: { summary: 'Afficher le parcours d’une invitation' },
  de_DE: { summary: 'Den Verlauf einer Einladung zeigen' },
  it_IT: { summary: 'Mostrare il percorso di un invito' },
  es_ES: { summary: 'Mostrar el recorrido de una invitación' },
};
