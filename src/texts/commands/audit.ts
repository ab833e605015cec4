import type { AuditAct } from '../../ports/audit-store.ts';
import type { Locale } from '../../ports/provisioning.ts';

interface AuditTexts {
  summary: string;
  details: string;
  title: (count: number) => string;
  titleOf: (email: string, count: number) => string;
  page: (page: number, pages: number) => string;
  more: (command: string) => string;
  tooFar: (pages: number) => string;
  tooMany: string;
  nothing: string;
  nothingOf: (email: string) => string;
  columns: readonly [when: string, who: string, what: string, about: string];
  /** Who, where nobody did. */
  byItself: string;
  /** What people do beside inviting. */
  acts: Readonly<Record<AuditAct, string>>;
}

export const auditTexts: Readonly<Record<Locale, AuditTexts>> = {
  en_GB: {
    summary: 'Show who did what and when',
    details: 'What people did, newest first. With an address: everything about it, also what happened by itself.',
    title: (count) => (count === 1 ? '1 entry' : `${count} entries`),
    titleOf: (email, count) => `${count === 1 ? '1 entry' : `${count} entries`} about ${email}`,
    page: (page, pages) => `page ${page} of ${pages}`,
    more: (command) => `More: ${command}`,
    tooFar: (pages) => (pages === 1 ? 'There is only one page.' : `There are only ${pages} pages.`),
    tooMany: 'I take one e-mail address and one page number.',
    nothing: 'Nobody has done anything here yet.',
    nothingOf: (email) => `Nothing is recorded about ${email}.`,
    columns: ['When', 'Who', 'What', 'About'],
    byItself: 'by itself',
    acts: {
      export: 'Exported the invitations',
      import: 'Imported a list',
      import_cancelled: 'Cancelled an import',
      welcome_set: 'Wrote a welcome text',
      welcome_reset: 'Took a welcome text back',
      welcome_sent: 'Sent the welcome once more',
      channel_added: 'Added a channel for newcomers',
      channel_removed: 'Removed a channel for newcomers',
      group: 'Added a work team to a channel',
      link: 'Looked at the secret link',
      forget: 'Erased a person’s data',
    },
  },
  fr_FR: {
    summary: 'Montrer qui a fait quoi et quand',
    details:
      'Ce que les personnes ont fait, du plus récent au plus ancien. Avec une adresse : tout ce qui la concerne, aussi ce qui s’est passé tout seul.',
    title: (count) => (count === 1 ? '1 entrée' : `${count} entrées`),
    titleOf: (email, count) => `${count === 1 ? '1 entrée' : `${count} entrées`} sur ${email}`,
    page: (page, pages) => `page ${page} sur ${pages}`,
    more: (command) => `Suite : ${command}`,
    tooFar: (pages) => (pages === 1 ? 'Il n’y a qu’une page.' : `Il n’y a que ${pages} pages.`),
    tooMany: 'Je prends une adresse e-mail et un numéro de page.',
    nothing: 'Personne n’a encore rien fait ici.',
    nothingOf: (email) => `Rien n’est noté sur ${email}.`,
    columns: ['Quand', 'Qui', 'Quoi', 'Au sujet de'],
    byItself: 'automatique',
    acts: {
      export: 'A exporté les invitations',
      import: 'A importé une liste',
      import_cancelled: 'A annulé une importation',
      welcome_set: 'A écrit un texte d’accueil',
      welcome_reset: 'A retiré un texte d’accueil',
      welcome_sent: 'A renvoyé l’accueil',
      channel_added: 'A ajouté un canal pour les nouveaux',
      channel_removed: 'A retiré un canal pour les nouveaux',
      group: 'A ajouté une équipe de travail à un canal',
      link: 'A consulté le lien secret',
      forget: 'A effacé les données d’une personne',
    },
  },
  de_DE: {
    summary: 'Zeigen, wer was wann getan hat',
    details:
      'Was Menschen getan haben, das Neueste zuerst. Mit einer Adresse: alles zu ihr, auch was von selbst geschah.',
    title: (count) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
    titleOf: (email, count) => `${count === 1 ? '1 Eintrag' : `${count} Einträge`} zu ${email}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    more: (command) => `Weiter: ${command}`,
    tooFar: (pages) => (pages === 1 ? 'Es gibt nur eine Seite.' : `Es gibt nur ${pages} Seiten.`),
    tooMany: 'Ich nehme eine E-Mail-Adresse und eine Seitenzahl.',
    nothing: 'Hier hat noch niemand etwas getan.',
    nothingOf: (email) => `Zu ${email} ist nichts verzeichnet.`,
    columns: ['Wann', 'Wer', 'Was', 'Über'],
    byItself: 'von selbst',
    acts: {
      export: 'Hat die Einladungen exportiert',
      import: 'Hat eine Liste importiert',
      import_cancelled: 'Hat einen Import abgebrochen',
      welcome_set: 'Hat einen Begrüssungstext geschrieben',
      welcome_reset: 'Hat einen Begrüssungstext zurückgenommen',
      welcome_sent: 'Hat die Begrüssung noch einmal geschickt',
      channel_added: 'Hat einen Kanal für Neue hinzugefügt',
      channel_removed: 'Hat einen Kanal für Neue entfernt',
      group: 'Hat ein Arbeitsteam in einen Kanal aufgenommen',
      link: 'Hat den geheimen Link angesehen',
      forget: 'Hat die Daten einer Person gelöscht',
    },
  },
  it_IT: {
    summary: 'Mostrare chi ha fatto che cosa e quando',
    details:
      'Ciò che le persone hanno fatto, dal più recente. Con un indirizzo: tutto ciò che lo riguarda, anche ciò che è avvenuto da sé.',
    title: (count) => (count === 1 ? '1 voce' : `${count} voci`),
    titleOf: (email, count) => `${count === 1 ? '1 voce' : `${count} voci`} su ${email}`,
    page: (page, pages) => `pagina ${page} di ${pages}`,
    more: (command) => `Altro: ${command}`,
    tooFar: (pages) => (pages === 1 ? 'C’è una sola pagina.' : `Ci sono solo ${pages} pagine.`),
    tooMany: 'Accetto un indirizzo e-mail e un numero di pagina.',
    nothing: 'Qui nessuno ha ancora fatto nulla.',
    nothingOf: (email) => `Su ${email} non è registrato nulla.`,
    columns: ['Quando', 'Chi', 'Che cosa', 'Su'],
    byItself: 'da sé',
    acts: {
      export: 'Ha esportato gli inviti',
      import: 'Ha importato un elenco',
      import_cancelled: 'Ha annullato un’importazione',
      welcome_set: 'Ha scritto un testo di benvenuto',
      welcome_reset: 'Ha ritirato un testo di benvenuto',
      welcome_sent: 'Ha inviato di nuovo il benvenuto',
      channel_added: 'Ha aggiunto un canale per i nuovi arrivati',
      channel_removed: 'Ha tolto un canale per i nuovi arrivati',
      group: 'Ha aggiunto un gruppo di lavoro a un canale',
      link: 'Ha guardato il link segreto',
      forget: 'Ha cancellato i dati di una persona',
    },
  },
  es_ES: {
    summary: 'Mostrar quién hizo qué y cuándo',
    details:
      'Lo que hicieron las personas, lo más reciente primero. Con una dirección: todo sobre ella, también lo que ocurrió por sí solo.',
    title: (count) => (count === 1 ? '1 entrada' : `${count} entradas`),
    titleOf: (email, count) => `${count === 1 ? '1 entrada' : `${count} entradas`} sobre ${email}`,
    page: (page, pages) => `página ${page} de ${pages}`,
    more: (command) => `Más: ${command}`,
    tooFar: (pages) => (pages === 1 ? 'Solo hay una página.' : `Solo hay ${pages} páginas.`),
    tooMany: 'Acepto una dirección de correo y un número de página.',
    nothing: 'Aquí nadie ha hecho nada todavía.',
    nothingOf: (email) => `No hay nada registrado sobre ${email}.`,
    columns: ['Cuándo', 'Quién', 'Qué', 'Sobre'],
    byItself: 'automático',
    acts: {
      export: 'Exportó las invitaciones',
      import: 'Importó una lista',
      import_cancelled: 'Canceló una importación',
      welcome_set: 'Escribió un texto de bienvenida',
      welcome_reset: 'Retiró un texto de bienvenida',
      welcome_sent: 'Volvió a enviar la bienvenida',
      channel_added: 'Añadió un canal para los recién llegados',
      channel_removed: 'Quitó un canal para los recién llegados',
      group: 'Añadió un equipo de trabajo a un canal',
      link: 'Miró el enlace secreto',
      forget: 'Borró los datos de una persona',
    },
  },
};
