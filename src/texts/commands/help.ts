import type { Locale } from '../../ports/provisioning.ts';

interface HelpTexts {
  summary: string;
}

export const helpTexts: Readonly<Record<Locale, HelpTexts>> = {
  en_GB: { summary: 'Show this help, or all about one verb' },
  fr_FR: { summary: 'Afficher cette aide, ou tout sur un verbe' },
  de_DE: { summary: 'Diese Hilfe zeigen, oder alles über ein Verb' },
  it_IT: { summary: 'Mostrare questo aiuto, o tutto su un verbo' },
  es_ES: { summary: 'Mostrar esta ayuda, o todo sobre un verbo' },
};
