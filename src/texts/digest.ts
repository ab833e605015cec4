import type { Locale } from '../ports/provisioning.ts';

interface DigestTexts {
  title: string;
  pending: (count: number, expiring: number) => string;
  accepted: (count: number, median: string | undefined) => string;
  expired: (count: number) => string;
  toLook: (command: string) => string;
}

export const digestTexts: Readonly<Record<Locale, DigestTexts>> = {
  en_GB: {
    title: '📬 **Invitations this week**',
    pending: (count, expiring) =>
      `${count} pending${expiring > 0 ? `, ${expiring} of them ${expiring === 1 ? 'ends' : 'end'} within 7 days` : ''}`,
    accepted: (count, median) => `${count} accepted${median ? `, half of them within ${median}` : ''}`,
    expired: (count) => `${count} expired`,
    toLook: (command) => `Administrators see them with ${command}.`,
  },
  fr_FR: {
    title: '📬 **Les invitations de la semaine**',
    pending: (count, expiring) =>
      `${count} en attente${expiring > 0 ? `, dont ${expiring} ${expiring === 1 ? 'se termine' : 'se terminent'} dans les 7 jours` : ''}`,
    accepted: (count, median) =>
      `${count} ${count < 2 ? 'acceptée' : 'acceptées'}${median ? `, la moitié en ${median}` : ''}`,
    expired: (count) => `${count} ${count < 2 ? 'expirée' : 'expirées'}`,
    toLook: (command) => `Les administrateurs les voient avec ${command}.`,
  },
  de_DE: {
    title: '📬 **Die Einladungen dieser Woche**',
    pending: (count, expiring) =>
      `${count} ausstehend${expiring > 0 ? `, davon enden ${expiring} innert 7 Tagen` : ''}`,
    accepted: (count, median) => `${count} angenommen${median ? ` (Median: ${median})` : ''}`,
    expired: (count) => `${count} abgelaufen`,
    toLook: (command) => `Administratoren sehen sie mit ${command}.`,
  },
  it_IT: {
    title: '📬 **Gli inviti di questa settimana**',
    pending: (count, expiring) =>
      `${count} in attesa${expiring > 0 ? `, ${expiring} ${expiring === 1 ? 'scade' : 'scadono'} entro 7 giorni` : ''}`,
    accepted: (count, median) =>
      `${count} ${count === 1 ? 'accettato' : 'accettati'}${median ? `, la metà entro ${median}` : ''}`,
    expired: (count) => `${count} ${count === 1 ? 'scaduto' : 'scaduti'}`,
    toLook: (command) => `Gli amministratori li vedono con ${command}.`,
  },
  es_ES: {
    title: '📬 **Las invitaciones de esta semana**',
    pending: (count, expiring) =>
      `${count} ${count === 1 ? 'pendiente' : 'pendientes'}${expiring > 0 ? `, ${expiring} ${expiring === 1 ? 'termina' : 'terminan'} en 7 días` : ''}`,
    accepted: (count, median) =>
      `${count} ${count === 1 ? 'aceptada' : 'aceptadas'}${median ? `, la mitad en ${median}` : ''}`,
    expired: (count) => `${count} ${count === 1 ? 'caducada' : 'caducadas'}`,
    toLook: (command) => `Los administradores las ven con ${command}.`,
  },
};
