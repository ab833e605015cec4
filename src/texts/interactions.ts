import type { Locale } from '../ports/provisioning.ts';

/** What people read who press a button or send a form that can't be used (any more). */
interface InteractionTexts {
  expired: string;
  used: string;
  notYours: string;
  failed: string;
  formNotOpened: string;
}

export const interactionTexts: Readonly<Record<Locale, InteractionTexts>> = {
  en_GB: {
    expired: 'This has been here too long and no longer works. Please start again with the command.',
    used: 'This was answered already. Nothing was done a second time.',
    notYours: 'This was made for somebody else. Please use the command yourself.',
    failed: 'Something went wrong on my side, and I can’t tell whether it was done. Please look with the command.',
    formNotOpened: 'The form could not be opened just now, and nothing was done. Please try again.',
  },
  fr_FR: {
    expired: 'Ce bouton est trop ancien et ne fonctionne plus. Recommencez avec la commande.',
    used: 'La réponse a déjà été donnée. Rien n’a été fait une seconde fois.',
    notYours: 'Ceci a été préparé pour quelqu’un d’autre. Utilisez vous-même la commande.',
    failed: 'Une erreur est survenue de mon côté et j’ignore si c’est fait. Vérifiez avec la commande.',
    formNotOpened: 'Le formulaire n’a pas pu s’ouvrir à l’instant, et rien n’a été fait. Réessayez.',
  },
  de_DE: {
    expired: 'Das liegt hier schon zu lange und gilt nicht mehr. Bitte mit dem Befehl neu beginnen.',
    used: 'Das wurde schon beantwortet. Es ist nichts ein zweites Mal geschehen.',
    notYours: 'Das war für jemand anderen bestimmt. Bitte selbst den Befehl benutzen.',
    failed: 'Bei mir ist etwas schiefgegangen, und ich weiss nicht, ob es getan ist. Bitte mit dem Befehl nachsehen.',
    formNotOpened:
      'Das Formular liess sich gerade nicht öffnen, und es ist nichts geschehen. Bitte noch einmal versuchen.',
  },
  it_IT: {
    expired: 'È passato troppo tempo e non funziona più. Ricomincia con il comando.',
    used: 'La risposta è già stata data. Nulla è stato fatto una seconda volta.',
    notYours: 'Era destinato a un’altra persona. Usa tu il comando.',
    failed: 'Qualcosa è andato storto da parte mia e non so se sia stato fatto. Controlla con il comando.',
    formNotOpened: 'Il modulo non si è potuto aprire in questo momento e nulla è stato fatto. Riprova.',
  },
  es_ES: {
    expired: 'Ha pasado demasiado tiempo y ya no funciona. Vuelve a empezar con el comando.',
    used: 'Ya se respondió. Nada se ha hecho por segunda vez.',
    notYours: 'Esto era para otra persona. Usa tú el comando.',
    failed: 'Algo ha fallado por mi parte y no sé si se hizo. Compruébalo con el comando.',
    formNotOpened: 'No se ha podido abrir el formulario en este momento y no se ha hecho nada. Inténtalo de nuevo.',
  },
};
