import type { Locale } from '../ports/provisioning.ts';

interface DeadReportTexts {
  title: string;
  /** @param command the line that shows them. */
  toLook: (command: string) => string;
}

export const deadReportTexts: Readonly<Record<Locale, DeadReportTexts>> = {
  en_GB: {
    title: '⚠️ **I have stopped trying some of what I owed, and nobody else was told of it:**',
    toLook: (command) => `Whoever runs me sees it with ${command}, and can have it tried again.`,
  },
  fr_FR: {
    title: '⚠️ **J’ai renoncé à une partie de ce que je devais faire, et personne d’autre n’en a été informé :**',
    toLook: (command) => `Qui m’exploite le voit avec ${command} et peut le faire réessayer.`,
  },
  de_DE: {
    title: '⚠️ **Einiges, was ich zu tun hatte, versuche ich nicht mehr, und niemand sonst weiss davon:**',
    toLook: (command) => `Wer mich betreibt, sieht es mit ${command} und kann es noch einmal versuchen lassen.`,
  },
  it_IT: {
    title: '⚠️ **Ho rinunciato a una parte di ciò che dovevo fare, e nessun altro ne è stato informato:**',
    toLook: (command) => `Chi mi gestisce lo vede con ${command} e può farlo ritentare.`,
  },
  es_ES: {
    title: '⚠️ **He dejado de intentar una parte de lo que debía hacer, y nadie más lo sabe:**',
    toLook: (command) => `Quien me administra lo ve con ${command} y puede hacer que se reintente.`,
  },
};
