import type { Locale } from '../../ports/provisioning.ts';

interface GuestCommandTexts {
  summary: string;
  details: string;
  how: (example: string) => string;
}

export const guestCommandTexts: Readonly<Record<Locale, GuestCommandTexts>> = {
  en_GB: {
    summary: 'Invite a guest to channels, without a kSuite seat',
    details: [
      'kChat mails the link. The guest sees these channels alone, and takes no kSuite seat.',
      '',
      '| option | meaning |',
      '| --- | --- |',
      '| `--lang fr` | language of the welcome: fr, de, it, es, en |',
      '| `--note "text"` | a few words of yours for the mail |',
    ].join('\n'),
    how: (example) => `I need one e-mail address and at least one channel: ${example}`,
  },
  fr_FR: {
    summary: 'Inviter un externe dans des canaux, sans place kSuite',
    details: [
      'kChat envoie le lien par e-mail. L’externe ne voit que ces canaux et n’occupe aucune place kSuite.',
      '',
      '| option | sens |',
      '| --- | --- |',
      '| `--lang fr` | langue de l’accueil : fr, de, it, es, en |',
      '| `--note "text"` | quelques mots de votre part pour l’e-mail |',
    ].join('\n'),
    how: (example) => `Il me faut une adresse e-mail et au moins un canal : ${example}`,
  },
  de_DE: {
    summary: 'Einen Gast in Kanäle einladen, ohne kSuite-Platz',
    details: [
      'kChat mailt den Link. Der Gast sieht nur diese Kanäle und braucht keinen kSuite-Platz.',
      '',
      '| Option | Bedeutung |',
      '| --- | --- |',
      '| `--lang fr` | Sprache der Begrüssung: fr, de, it, es, en |',
      '| `--note "text"` | ein paar eigene Worte für die Mail |',
    ].join('\n'),
    how: (example) => `Ich brauche eine E-Mail-Adresse und mindestens einen Kanal: ${example}`,
  },
  it_IT: {
    summary: 'Invitare un ospite in alcuni canali, senza posto kSuite',
    details: [
      'kChat invia il link per e-mail. L’ospite vede solo questi canali e non occupa alcun posto kSuite.',
      '',
      '| opzione | significato |',
      '| --- | --- |',
      '| `--lang fr` | lingua del benvenuto: fr, de, it, es, en |',
      '| `--note "text"` | qualche parola tua per l’e-mail |',
    ].join('\n'),
    how: (example) => `Mi servono un indirizzo e-mail e almeno un canale: ${example}`,
  },
  es_ES: {
    summary: 'Invitar a un externo a canales, sin plaza de kSuite',
    details: [
      'kChat envía el enlace por correo. El externo solo ve estos canales y no ocupa ninguna plaza de kSuite.',
      '',
      '| opción | significado |',
      '| --- | --- |',
      '| `--lang fr` | idioma de la bienvenida: fr, de, it, es, en |',
      '| `--note "text"` | unas palabras tuyas para el correo |',
    ].join('\n'),
    how: (example) => `Necesito una dirección de correo y al menos un canal: ${example}`,
  },
};
