import type { Locale } from '../../ports/provisioning.ts';

interface RequestsTexts {
  summary: string;
  notSetUp: string;
  none: string;
  waiting: (count: number, channel: string) => string;
  andMore: (count: number) => string;
  asks: (who: string, person: string, role: string) => string;
  approve: string;
  deny: string;
  denyTitle: string;
  reason: string;
  reasonHelp: string;
  toAnswer: (approve: string, deny: string) => string;
  approved: (by: string) => string;
  denied: (by: string | undefined, reason: string | undefined) => string;
  isAnswered: string;
  isYourOwn: string;
  nobodyAsks: (email: string, command: string) => string;
  youApproved: (person: string, who: string) => string;
  youDenied: (person: string, who: string) => string;
  approvedInstead: (person: string, who: string) => string;
  unheard: (person: string, reason: string, administrators: string) => string;
  notShown: (channel: string, reason: string) => string;
  passedOn: (person: string) => string;
  userOnly: string;
}

export const requestsTexts: Readonly<Record<Locale, RequestsTexts>> = {
  en_GB: {
    summary: 'Show who waits for an approval',
    notSetUp: 'Only administrators may invite here. With APPROVAL_CHANNEL, members can ask for an invitation.',
    none: 'Nobody waits for an approval.',
    waiting: (count, channel) =>
      `**${count} waiting for an approval.** ${count === 1 ? 'It is' : 'They are'} answered in ${channel}.`,
    andMore: (count) => `… and ${count} more.`,
    asks: (who, person, role) => `🙋 **${who}** asks to invite ${person} as ${role}.`,
    approve: 'Approve',
    deny: 'Deny',
    denyTitle: 'Deny the request',
    reason: 'Reason',
    reasonHelp: 'Told to whoever asked. May stay empty.',
    toAnswer: (approve, deny) => `To answer, type ${approve} or ${deny}.`,
    approved: (by) => `✅ Approved by **${by}**.`,
    denied: (by, reason) =>
      `✋ ${by ? `Denied by **${by}**` : 'Nobody answered in time'}${reason ? `: ${reason}` : '.'}`,
    isAnswered: 'This request was answered already.',
    isYourOwn: 'Nobody answers a request of their own. Please leave it to another administrator.',
    nobodyAsks: (email, command) => `Nobody waits for an approval to invite ${email}. To look: ${command}`,
    youApproved: (person, who) => `✅ Approved: I am inviting ${person}. I will tell **${who}** how it ends.`,
    youDenied: (person, who) => `✋ Denied: ${person} is not invited. I will tell **${who}**.`,
    approvedInstead: (person, who) =>
      `✅ **${who}** had asked for ${person}: approved, and I am inviting them as asked. I will tell **${who}** how it ends.`,
    unheard: (person, reason, administrators) =>
      `⚠️ Your request to invite ${person} could not be shown to the administrators: ${reason} Please tell one of them yourself${administrators && `: ${administrators}`}.`,
    notShown: (channel, reason) =>
      `⚠️ I could not show this request in ${channel}: ${reason} Please make sure that the channel is there and that I am in it.`,
    passedOn: (person) => `🙋 I have asked the administrators to invite ${person}. I will tell you what they decide.`,
    userOnly: 'Only an administrator can invite with a role other than user.',
  },
  fr_FR: {
    summary: 'Afficher qui attend une approbation',
    notSetUp:
      'Seuls les administrateurs peuvent inviter ici. Avec APPROVAL_CHANNEL, les membres peuvent demander une invitation.',
    none: 'Personne n’attend d’approbation.',
    waiting: (count, channel) => `**${count} en attente d’approbation.** La réponse se donne dans ${channel}.`,
    andMore: (count) => `… et ${count} de plus.`,
    asks: (who, person, role) => `🙋 **${who}** demande d’inviter ${person} comme ${role}.`,
    approve: 'Approuver',
    deny: 'Refuser',
    denyTitle: 'Refuser la demande',
    reason: 'Raison',
    reasonHelp: 'Communiquée à la personne qui a demandé. Peut rester vide.',
    toAnswer: (approve, deny) => `Pour répondre, tapez ${approve} ou ${deny}.`,
    approved: (by) => `✅ Approuvé par **${by}**.`,
    denied: (by, reason) =>
      `✋ ${by ? `Refusé par **${by}**` : 'Personne n’a répondu à temps'}${reason ? ` : ${reason}` : '.'}`,
    isAnswered: 'Cette demande a déjà reçu une réponse.',
    isYourOwn: 'Personne ne répond à sa propre demande. Laissez-la à un autre administrateur.',
    nobodyAsks: (email, command) =>
      `Personne n’attend l’approbation d’une invitation pour ${email}. Pour regarder : ${command}`,
    youApproved: (person, who) => `✅ Approuvé : j’invite ${person}. Je dirai à **${who}** ce qu’il en est.`,
    youDenied: (person, who) => `✋ Refusé : ${person} n’est pas invité. Je le dirai à **${who}**.`,
    approvedInstead: (person, who) =>
      `✅ **${who}** avait demandé d’inviter ${person} : c’est approuvé, et j’invite comme demandé. Je dirai à **${who}** ce qu’il en est.`,
    unheard: (person, reason, administrators) =>
      `⚠️ Votre demande d’inviter ${person} n’a pas pu être montrée aux administrateurs : ${reason} Prévenez vous-même l’un d’eux${administrators && ` : ${administrators}`}.`,
    notShown: (channel, reason) =>
      `⚠️ Je n’ai pas pu montrer cette demande dans ${channel} : ${reason} Vérifiez que le canal existe et que j’en fais partie.`,
    passedOn: (person) => `🙋 J’ai demandé aux administrateurs d’inviter ${person}. Je vous dirai ce qu’ils décident.`,
    userOnly: 'Seul un administrateur peut inviter avec un autre rôle que celui d’utilisateur.',
  },
  de_DE: {
    summary: 'Zeigen, wer auf eine Freigabe wartet',
    notSetUp:
      'Hier dürfen nur Administratoren einladen. Mit APPROVAL_CHANNEL können Mitglieder um eine Einladung bitten.',
    none: 'Niemand wartet auf eine Freigabe.',
    waiting: (count, channel) =>
      `**${count} ${count === 1 ? 'wartet' : 'warten'} auf eine Freigabe.** Beantwortet wird in ${channel}.`,
    andMore: (count) => `… und ${count} weitere.`,
    asks: (who, person, role) => `🙋 **${who}** bittet darum, ${person} als ${role} einzuladen.`,
    approve: 'Freigeben',
    deny: 'Ablehnen',
    denyTitle: 'Anfrage ablehnen',
    reason: 'Grund',
    reasonHelp: 'Wird der anfragenden Person gesagt. Darf leer bleiben.',
    toAnswer: (approve, deny) => `Zum Beantworten ${approve} oder ${deny} tippen.`,
    approved: (by) => `✅ Freigegeben von **${by}**.`,
    denied: (by, reason) =>
      `✋ ${by ? `Abgelehnt von **${by}**` : 'Niemand hat rechtzeitig geantwortet'}${reason ? `: ${reason}` : '.'}`,
    isAnswered: 'Diese Anfrage ist schon beantwortet.',
    isYourOwn: 'Niemand beantwortet die eigene Anfrage. Bitte einem anderen Administrator überlassen.',
    nobodyAsks: (email, command) => `Niemand wartet auf die Freigabe, ${email} einzuladen. Zum Nachsehen: ${command}`,
    youApproved: (person, who) => `✅ Freigegeben: Ich lade ${person} ein und sage **${who}**, wie es ausgeht.`,
    youDenied: (person, who) => `✋ Abgelehnt: ${person} wird nicht eingeladen. Ich sage es **${who}**.`,
    approvedInstead: (person, who) =>
      `✅ **${who}** hatte um die Einladung von ${person} gebeten: freigegeben, und ich lade ein wie erbeten. Ich sage **${who}**, wie es ausgeht.`,
    unheard: (person, reason, administrators) =>
      `⚠️ Deine Anfrage, ${person} einzuladen, liess sich den Administratoren nicht zeigen: ${reason} Bitte sage es einem von ihnen selbst${administrators && `: ${administrators}`}.`,
    notShown: (channel, reason) =>
      `⚠️ Ich konnte diese Anfrage in ${channel} nicht zeigen: ${reason} Bitte sorge dafür, dass es den Kanal gibt und dass ich darin bin.`,
    passedOn: (person) =>
      `🙋 Ich habe die Administratoren gebeten, ${person} einzuladen, und melde mich mit der Antwort.`,
    userOnly: 'Nur Administratoren können mit einer anderen Rolle als Benutzer einladen.',
  },
  it_IT: {
    summary: 'Mostrare chi attende un’approvazione',
    notSetUp: 'Qui possono invitare solo gli amministratori. Con APPROVAL_CHANNEL i membri possono chiedere un invito.',
    none: 'Nessuno attende un’approvazione.',
    waiting: (count, channel) => `**${count} in attesa di approvazione.** Si risponde in ${channel}.`,
    andMore: (count) => `… e altre ${count}.`,
    asks: (who, person, role) => `🙋 **${who}** chiede di invitare ${person} come ${role}.`,
    approve: 'Approva',
    deny: 'Rifiuta',
    denyTitle: 'Rifiuta la richiesta',
    reason: 'Motivo',
    reasonHelp: 'Viene detto a chi ha chiesto. Può restare vuoto.',
    toAnswer: (approve, deny) => `Per rispondere scrivi ${approve} oppure ${deny}.`,
    approved: (by) => `✅ Approvato da **${by}**.`,
    denied: (by, reason) =>
      `✋ ${by ? `Rifiutato da **${by}**` : 'Nessuno ha risposto in tempo'}${reason ? `: ${reason}` : '.'}`,
    isAnswered: 'Questa richiesta ha già avuto risposta.',
    isYourOwn: 'Nessuno risponde alla propria richiesta. Lasciala a un altro amministratore.',
    nobodyAsks: (email, command) =>
      `Nessuno attende l’approvazione di un invito per ${email}. Per guardare: ${command}`,
    youApproved: (person, who) => `✅ Approvato: invito ${person}. Dirò a **${who}** com’è andata.`,
    youDenied: (person, who) => `✋ Rifiutato: ${person} non viene invitato. Lo dirò a **${who}**.`,
    approvedInstead: (person, who) =>
      `✅ **${who}** aveva chiesto di invitare ${person}: approvato, e invito come richiesto. Dirò a **${who}** com’è andata.`,
    unheard: (person, reason, administrators) =>
      `⚠️ Non ho potuto mostrare agli amministratori la tua richiesta di invitare ${person}: ${reason} Dillo tu a uno di loro${administrators && `: ${administrators}`}.`,
    notShown: (channel, reason) =>
      `⚠️ Non ho potuto mostrare questa richiesta in ${channel}: ${reason} Controlla che il canale esista e che io ne faccia parte.`,
    passedOn: (person) => `🙋 Ho chiesto agli amministratori di invitare ${person}. Ti dirò che cosa decidono.`,
    userOnly: 'Solo un amministratore può invitare con un ruolo diverso da utente.',
  },
  es_ES: {
    summary: 'Mostrar quién espera una aprobación',
    notSetUp:
      'Aquí solo pueden invitar los administradores. Con APPROVAL_CHANNEL, los miembros pueden pedir una invitación.',
    none: 'Nadie espera una aprobación.',
    waiting: (count, channel) => `**${count} a la espera de aprobación.** Se responde en ${channel}.`,
    andMore: (count) => `… y ${count} más.`,
    asks: (who, person, role) => `🙋 **${who}** pide invitar a ${person} como ${role}.`,
    approve: 'Aprobar',
    deny: 'Denegar',
    denyTitle: 'Denegar la petición',
    reason: 'Motivo',
    reasonHelp: 'Se le dice a quien lo pidió. Puede quedar vacío.',
    toAnswer: (approve, deny) => `Para responder, escribe ${approve} o ${deny}.`,
    approved: (by) => `✅ Aprobado por **${by}**.`,
    denied: (by, reason) =>
      `✋ ${by ? `Denegado por **${by}**` : 'Nadie respondió a tiempo'}${reason ? `: ${reason}` : '.'}`,
    isAnswered: 'Esta petición ya tuvo respuesta.',
    isYourOwn: 'Nadie responde a su propia petición. Déjala a otro administrador.',
    nobodyAsks: (email, command) => `Nadie espera la aprobación para invitar a ${email}. Para mirar: ${command}`,
    youApproved: (person, who) => `✅ Aprobado: invito a ${person}. Diré a **${who}** cómo termina.`,
    youDenied: (person, who) => `✋ Denegado: no se invita a ${person}. Se lo diré a **${who}**.`,
    approvedInstead: (person, who) =>
      `✅ **${who}** había pedido invitar a ${person}: aprobado, e invito tal como se pidió. Diré a **${who}** cómo termina.`,
    unheard: (person, reason, administrators) =>
      `⚠️ No he podido mostrar a los administradores tu petición de invitar a ${person}: ${reason} Díselo tú a uno de ellos${administrators && `: ${administrators}`}.`,
    notShown: (channel, reason) =>
      `⚠️ No he podido mostrar esta petición en ${channel}: ${reason} Comprueba que el canal existe y que estoy en él.`,
    passedOn: (person) => `🙋 He pedido a los administradores que inviten a ${person}. Te diré lo que decidan.`,
    userOnly: 'Solo un administrador puede invitar con un rol distinto de usuario.',
  },
};
