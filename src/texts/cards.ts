import type { Locale } from '../ports/provisioning.ts';

/** The card of an invitation. */
interface CardTexts {
  until: (time: string) => string;
  beingRevoked: string;
  resend: string;
  copyLink: string;
  revoke: string;
  reallyRevoke: (person: string) => string;
  confirm: string;
  cancel: string;
}

export const cardTexts: Readonly<Record<Locale, CardTexts>> = {
  en_GB: {
    until: (time) => `until ${time}`,
    beingRevoked: 'is being revoked',
    resend: 'Resend',
    copyLink: 'Copy link',
    revoke: 'Revoke',
    reallyRevoke: (person) => `Revoke the invitation of ${person}? Its link will stop working.`,
    confirm: 'Confirm',
    cancel: 'Cancel',
  },
  fr_FR: {
    until: (time) => `jusqu’au ${time}`,
    beingRevoked: 'en cours de révocation',
    resend: 'Renvoyer',
    copyLink: 'Copier le lien',
    revoke: 'Révoquer',
    reallyRevoke: (person) => `Révoquer l’invitation de ${person} ? Son lien ne fonctionnera plus.`,
    confirm: 'Confirmer',
    cancel: 'Annuler',
  },
  de_DE: {
    until: (time) => `bis ${time}`,
    beingRevoked: 'wird widerrufen',
    resend: 'Neu senden',
    copyLink: 'Link kopieren',
    revoke: 'Widerrufen',
    reallyRevoke: (person) => `Die Einladung von ${person} widerrufen? Ihr Link gilt dann nicht mehr.`,
    confirm: 'Bestätigen',
    cancel: 'Abbrechen',
  },
  it_IT: {
    until: (time) => `fino al ${time}`,
    beingRevoked: 'in corso di revoca',
    resend: 'Rinvia',
    copyLink: 'Copia il link',
    revoke: 'Revoca',
    reallyRevoke: (person) => `Revocare l’invito di ${person}? Il suo link non funzionerà più.`,
    confirm: 'Conferma',
    cancel: 'Annulla',
  },
  es_ES: {
    until: (time) => `hasta el ${time}`,
    beingRevoked: 'se está revocando',
    resend: 'Reenviar',
    copyLink: 'Copiar enlace',
    revoke: 'Revocar',
    reallyRevoke: (person) => `¿Revocar la invitación de ${person}? Su enlace dejará de funcionar.`,
    confirm: 'Confirmar',
    cancel: 'Cancelar',
  },
};
