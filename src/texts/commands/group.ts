import type { Locale } from '../../ports/provisioning.ts';

interface GroupTexts {
  summary: string;
  how: (example: string) => string;
  begun: (team: string, channel: string) => string;
  noSuchTeam: (team: string) => string;
  added: (count: number, team: string, channel: string) => string;
  notInKchat: (names: string) => string;
  notAdded: (names: string) => string;
  givenUp: (team: string, reason: string) => string;
}

export const groupTexts: Readonly<Record<Locale, GroupTexts>> = {
  en_GB: {
    summary: 'Add everybody of a work team to a channel',
    how: (example) => `I need the name of a work team and a channel: ${example}`,
    begun: (team, channel) =>
      `👥 I am adding everybody of ${team} to ${channel}, and tell you in our direct messages how it went.`,
    noSuchTeam: (team) => `There is no work team called ${team}. Nobody was added.`,
    added: (count, team, channel) => `👥 ${count} of ${team} ${count === 1 ? 'is' : 'are'} in ${channel} now.`,
    notInKchat: (names) => `Not in kChat (yet): ${names}.`,
    notAdded: (names) => `kChat did not let me add: ${names}.`,
    givenUp: (team, reason) => `The people of ${team} could not be added. ${reason}`,
  },
  fr_FR: {
    summary: 'Ajouter à un canal toutes les personnes d’une équipe de travail',
    how: (example) => `Il me faut le nom d’une équipe de travail et un canal : ${example}`,
    begun: (team, channel) =>
      `👥 J’ajoute toutes les personnes de ${team} à ${channel} et vous dis en message direct comment cela s’est passé.`,
    noSuchTeam: (team) => `Il n’y a pas d’équipe de travail nommée ${team}. Personne n’a été ajouté.`,
    added: (count, team, channel) =>
      `👥 ${count < 2 ? `${count} personne de ${team} est` : `${count} personnes de ${team} sont`} maintenant dans ${channel}.`,
    notInKchat: (names) => `Pas (encore) dans kChat : ${names}.`,
    notAdded: (names) => `kChat ne m’a pas laissé ajouter : ${names}.`,
    givenUp: (team, reason) => `Les personnes de ${team} n’ont pas pu être ajoutées. ${reason}`,
  },
  de_DE: {
    summary: 'Alle eines Arbeitsteams in einen Kanal aufnehmen',
    how: (example) => `Ich brauche den Namen eines Arbeitsteams und einen Kanal: ${example}`,
    begun: (team, channel) =>
      `👥 Ich nehme alle von ${team} in ${channel} auf und melde in unseren Direktnachrichten, wie es ging.`,
    noSuchTeam: (team) => `Es gibt kein Arbeitsteam namens ${team}. Niemand wurde aufgenommen.`,
    added: (count, team, channel) => `👥 ${count} von ${team} ${count === 1 ? 'ist' : 'sind'} jetzt in ${channel}.`,
    notInKchat: (names) => `(Noch) nicht in kChat: ${names}.`,
    notAdded: (names) => `kChat liess mich nicht aufnehmen: ${names}.`,
    givenUp: (team, reason) => `Die Leute von ${team} konnten nicht aufgenommen werden. ${reason}`,
  },
  it_IT: {
    summary: 'Aggiungere a un canale tutte le persone di un gruppo di lavoro',
    how: (example) => `Mi servono il nome di un gruppo di lavoro e un canale: ${example}`,
    begun: (team, channel) =>
      `👥 Aggiungo tutti quelli di ${team} a ${channel} e ti dico nei messaggi diretti com’è andata.`,
    noSuchTeam: (team) => `Non c’è un gruppo di lavoro chiamato ${team}. Nessuno è stato aggiunto.`,
    added: (count, team, channel) => `👥 ${count} di ${team} ${count === 1 ? 'è' : 'sono'} ora in ${channel}.`,
    notInKchat: (names) => `Non (ancora) in kChat: ${names}.`,
    notAdded: (names) => `kChat non mi ha lasciato aggiungere: ${names}.`,
    givenUp: (team, reason) => `Le persone di ${team} non si sono potute aggiungere. ${reason}`,
  },
  es_ES: {
    summary: 'Añadir a un canal a todo un equipo de trabajo',
    how: (example) => `Necesito el nombre de un equipo de trabajo y un canal: ${example}`,
    begun: (team, channel) =>
      `👥 Estoy añadiendo a todos los de ${team} a ${channel} y te digo en los mensajes directos cómo fue.`,
    noSuchTeam: (team) => `No hay ningún equipo de trabajo llamado ${team}. No se añadió a nadie.`,
    added: (count, team, channel) => `👥 ${count} de ${team} ${count === 1 ? 'está' : 'están'} ahora en ${channel}.`,
    notInKchat: (names) => `No están (todavía) en kChat: ${names}.`,
    notAdded: (names) => `kChat no me dejó añadir a: ${names}.`,
    givenUp: (team, reason) => `No se pudo añadir a las personas de ${team}. ${reason}`,
  },
};
