import type { Locale } from '../../ports/provisioning.ts';

interface ChannelsTexts {
  summary: string;
  none: (command: string) => string;
  these: (channels: string) => string;
  added: (channel: string) => string;
  isThere: (channel: string) => string;
  removed: (channel: string) => string;
  notThere: (channel: string) => string;
  how: (commands: string) => string;
  tooMany: (most: number) => string;
}

export const channelsTexts: Readonly<Record<Locale, ChannelsTexts>> = {
  en_GB: {
    summary: 'Show or change the channels that everybody invited here joins',
    none: (command) =>
      `Newcomers join kChat’s own channels and those named in their invitation. To add one: ${command}`,
    these: (channels) => `Everybody who is invited here joins ${channels} on arrival.`,
    added: (channel) => `✅ From now on everybody who is invited here joins ${channel} on arrival.`,
    isThere: (channel) => `${channel} is among them already.`,
    removed: (channel) => `✅ Newcomers no longer join ${channel} by themselves. Nobody was taken out of it.`,
    notThere: (channel) => `${channel} is not among them.`,
    how: (commands) => `That I did not understand. It goes like this: ${commands}`,
    tooMany: (most) => `More than ${most} channels would only confuse newcomers.`,
  },
  fr_FR: {
    summary: 'Afficher ou changer les canaux que rejoint toute personne invitée ici',
    none: (command) =>
      `Les nouveaux rejoignent les canaux de kChat et ceux de leur invitation. Pour en ajouter un : ${command}`,
    these: (channels) => `Toute personne invitée ici rejoint ${channels} à son arrivée.`,
    added: (channel) => `✅ Désormais, toute personne invitée ici rejoint ${channel} à son arrivée.`,
    isThere: (channel) => `${channel} en fait déjà partie.`,
    removed: (channel) => `✅ Les nouveaux ne rejoignent plus ${channel} d’eux-mêmes. Personne n’en a été retiré.`,
    notThere: (channel) => `${channel} n’en fait pas partie.`,
    how: (commands) => `Je n’ai pas compris. Cela s’écrit ainsi : ${commands}`,
    tooMany: (most) => `Plus de ${most} canaux ne feraient qu’embrouiller les nouveaux.`,
  },
  de_DE: {
    summary: 'Die Kanäle zeigen oder ändern, in die alle hier Eingeladenen kommen',
    none: (command) =>
      `Neue kommen in die Kanäle von kChat und in die ihrer Einladung. Um einen hinzuzufügen: ${command}`,
    these: (channels) => `Wer hier eingeladen wird, kommt bei der Ankunft in ${channels}.`,
    added: (channel) => `✅ Wer hier eingeladen wird, kommt ab jetzt bei der Ankunft in ${channel}.`,
    isThere: (channel) => `${channel} gehört schon dazu.`,
    removed: (channel) => `✅ Neue kommen nicht mehr von selbst in ${channel}. Entfernt wurde niemand.`,
    notThere: (channel) => `${channel} gehört nicht dazu.`,
    how: (commands) => `Das habe ich nicht verstanden. So geht es: ${commands}`,
    tooMany: (most) => `Mehr als ${most} Kanäle würden Neue nur verwirren.`,
  },
  it_IT: {
    summary: 'Mostrare o cambiare i canali in cui entra chi è invitato qui',
    none: (command) =>
      `Chi arriva entra nei canali di kChat e in quelli del suo invito. Per aggiungerne uno: ${command}`,
    these: (channels) => `Chi è invitato qui entra in ${channels} all’arrivo.`,
    added: (channel) => `✅ D’ora in poi chi è invitato qui entra in ${channel} all’arrivo.`,
    isThere: (channel) => `${channel} ne fa già parte.`,
    removed: (channel) => `✅ Chi arriva non entra più da sé in ${channel}. Nessuno ne è stato tolto.`,
    notThere: (channel) => `${channel} non ne fa parte.`,
    how: (commands) => `Non ho capito. Si scrive così: ${commands}`,
    tooMany: (most) => `Più di ${most} canali confonderebbero soltanto chi arriva.`,
  },
  es_ES: {
    summary: 'Mostrar o cambiar los canales en los que entra quien es invitado aquí',
    none: (command) =>
      `Quien llega entra en los canales de kChat y en los de su invitación. Para añadir uno: ${command}`,
    these: (channels) => `Quien es invitado aquí entra en ${channels} al llegar.`,
    added: (channel) => `✅ Desde ahora, quien es invitado aquí entra en ${channel} al llegar.`,
    isThere: (channel) => `${channel} ya está entre ellos.`,
    removed: (channel) => `✅ Quien llega ya no entra por sí solo en ${channel}. No se ha sacado a nadie.`,
    notThere: (channel) => `${channel} no está entre ellos.`,
    how: (commands) => `No lo he entendido. Se escribe así: ${commands}`,
    tooMany: (most) => `Más de ${most} canales solo confundirían a quien llega.`,
  },
};
