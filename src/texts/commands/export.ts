import type { Locale } from '../../ports/provisioning.ts';

interface ExportTexts {
  summary: string;
  details: string;
  nothing: string;
  comes: string;
  message: (count: number, time: string) => string;
  notSent: (reason: string) => string;
}

export const exportTexts: Readonly<Record<Locale, ExportTexts>> = {
  en_GB: {
    summary: 'Get all invitations as a spreadsheet',
    details: 'A CSV file, sent to you alone. It holds names and addresses: keep it as carefully as those deserve.',
    nothing: 'Nobody has been invited here yet: there is nothing to export.',
    comes: '📄 The file is on its way to you as a direct message.',
    message: (count, time) => `${count === 1 ? '1 invitation' : `${count} invitations`}, ${time}`,
    notSent: (reason) => `⚠️ I could not send you the file: ${reason}`,
  },
  fr_FR: {
    summary: 'Obtenir toutes les invitations dans un tableur',
    details:
      'Un fichier CSV, envoyé à vous seul. Il contient des noms et des adresses : gardez-le avec le soin qu’ils méritent.',
    nothing: 'Personne n’a encore été invité ici : il n’y a rien à exporter.',
    comes: '📄 Le fichier vous arrive en message direct.',
    message: (count, time) => `${count === 1 ? '1 invitation' : `${count} invitations`}, ${time}`,
    notSent: (reason) => `⚠️ Je n’ai pas pu vous envoyer le fichier : ${reason}`,
  },
  de_DE: {
    summary: 'Alle Einladungen als Tabelle erhalten',
    details:
      'Eine CSV-Datei, nur für die Person, die fragt. Sie enthält Namen und Adressen: Bitte entsprechend sorgsam aufbewahren.',
    nothing: 'Hier wurde noch niemand eingeladen: Es gibt nichts zu exportieren.',
    comes: '📄 Die Datei kommt gleich als Direktnachricht.',
    message: (count, time) => `${count === 1 ? '1 Einladung' : `${count} Einladungen`}, ${time}`,
    notSent: (reason) => `⚠️ Die Datei liess sich nicht senden: ${reason}`,
  },
  it_IT: {
    summary: 'Ottenere tutti gli inviti in un foglio di calcolo',
    details:
      'Un file CSV, inviato solo a chi lo chiede. Contiene nomi e indirizzi: custodiscilo con la cura che meritano.',
    nothing: 'Qui nessuno è stato ancora invitato: non c’è nulla da esportare.',
    comes: '📄 Il file arriva tra poco come messaggio diretto.',
    message: (count, time) => `${count === 1 ? '1 invito' : `${count} inviti`}, ${time}`,
    notSent: (reason) => `⚠️ Non ho potuto inviarti il file: ${reason}`,
  },
  es_ES: {
    summary: 'Obtener todas las invitaciones en una hoja de cálculo',
    details:
      'Un archivo CSV, enviado solo a quien lo pide. Contiene nombres y direcciones: guárdalo con el cuidado que merecen.',
    nothing: 'Todavía no se ha invitado a nadie aquí: no hay nada que exportar.',
    comes: '📄 El archivo te llegará enseguida como mensaje directo.',
    message: (count, time) => `${count === 1 ? '1 invitación' : `${count} invitaciones`}, ${time}`,
    notSent: (reason) => `⚠️ No he podido enviarte el archivo: ${reason}`,
  },
};
