import type { Locale } from '../../ports/provisioning.ts';

interface StatsTexts {
  summary: string;
  details: string;
  noSuchDays: (word: string, most: number) => string;
  title: (first: string, last: string) => string;
  invited: string;
  accepted: string;
  expired: string;
  takenBack: string;
  open: string;
  median: string;
  nothing: string;
  chartComes: string;
  notSent: (reason: string) => string;
}

export const statsTexts: Readonly<Record<Locale, StatsTexts>> = {
  en_GB: {
    summary: 'Count invitations and draw them',
    details: 'For the last 30 days, or for as many as you say, up to 366; more than 31 are drawn by weeks.',
    noSuchDays: (word, most) => `${word} is no number of days: write a whole number from 1 to ${most}.`,
    title: (first, last) => `Invitations, ${first} – ${last}`,
    invited: 'Invited',
    accepted: 'Accepted',
    expired: 'Expired',
    takenBack: 'Declined or revoked',
    open: 'Still open',
    median: 'Median time to accept',
    nothing: 'Nothing happened in this time.',
    chartComes: '📊 The chart is on its way to you as a direct message.',
    notSent: (reason) => `⚠️ I could not send you the chart: ${reason}`,
  },
  fr_FR: {
    summary: 'Compter les invitations et les dessiner',
    details:
      'Pour les 30 derniers jours, ou pour autant que vous dites, jusqu’à 366 ; au-delà de 31, le dessin va par semaines.',
    noSuchDays: (word, most) => `${word} n’est pas un nombre de jours : écrivez un nombre entier de 1 à ${most}.`,
    title: (first, last) => `Invitations, ${first} – ${last}`,
    invited: 'Invitées',
    accepted: 'Acceptées',
    expired: 'Expirées',
    takenBack: 'Refusées ou révoquées',
    open: 'Encore ouvertes',
    median: 'Délai médian d’acceptation',
    nothing: 'Il ne s’est rien passé pendant cette période.',
    chartComes: '📊 Le graphique vous arrive en message direct.',
    notSent: (reason) => `⚠️ Je n’ai pas pu vous envoyer le graphique : ${reason}`,
  },
  de_DE: {
    summary: 'Einladungen zählen und zeichnen',
    details:
      'Für die letzten 30 Tage oder für so viele, wie angegeben, höchstens 366; mehr als 31 werden nach Wochen gezeichnet.',
    noSuchDays: (word, most) => `${word} ist keine Anzahl Tage: Bitte eine ganze Zahl von 1 bis ${most} schreiben.`,
    title: (first, last) => `Einladungen, ${first} – ${last}`,
    invited: 'Eingeladen',
    accepted: 'Angenommen',
    expired: 'Abgelaufen',
    takenBack: 'Abgelehnt oder widerrufen',
    open: 'Noch offen',
    median: 'Zeit bis zur Annahme (Median)',
    nothing: 'In dieser Zeit ist nichts geschehen.',
    chartComes: '📊 Das Diagramm kommt gleich als Direktnachricht.',
    notSent: (reason) => `⚠️ Das Diagramm liess sich nicht senden: ${reason}`,
  },
  it_IT: {
    summary: 'Contare gli inviti e disegnarli',
    details:
      'Per gli ultimi 30 giorni, o per quanti ne indichi, fino a 366; oltre i 31 il disegno procede per settimane.',
    noSuchDays: (word, most) => `${word} non è un numero di giorni: scrivi un numero intero da 1 a ${most}.`,
    title: (first, last) => `Inviti, ${first} – ${last}`,
    invited: 'Inviati',
    accepted: 'Accettati',
    expired: 'Scaduti',
    takenBack: 'Rifiutati o revocati',
    open: 'Ancora aperti',
    median: 'Tempo mediano di accettazione',
    nothing: 'In questo periodo non è successo nulla.',
    chartComes: '📊 Il grafico arriva tra poco come messaggio diretto.',
    notSent: (reason) => `⚠️ Non ho potuto inviarti il grafico: ${reason}`,
  },
  es_ES: {
    summary: 'Contar las invitaciones y dibujarlas',
    details: 'De los últimos 30 días, o de cuantos indiques, hasta 366; si son más de 31, el dibujo va por semanas.',
    noSuchDays: (word, most) => `${word} no es un número de días: escribe un número entero de 1 a ${most}.`,
    title: (first, last) => `Invitaciones, ${first} – ${last}`,
    invited: 'Enviadas',
    accepted: 'Aceptadas',
    expired: 'Caducadas',
    takenBack: 'Rechazadas o revocadas',
    open: 'Aún abiertas',
    median: 'Tiempo mediano de aceptación',
    nothing: 'En este periodo no ha pasado nada.',
    chartComes: '📊 El gráfico te llegará enseguida como mensaje directo.',
    notSent: (reason) => `⚠️ No he podido enviarte el gráfico: ${reason}`,
  },
};
