import { z } from 'zod';
import { UserError } from '../errors.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { typed } from '../texts/typed.ts';
import { addressAlone, addressAndRest } from './address-words.ts';

/** The words after `requests`: none to see them, or an answer to one. */
export const requestsWords = z.array(z.string()).transform(([action, ...words]) => {
  switch (action?.toLowerCase()) {
    case undefined:
      return undefined;
    case 'approve':
      return { action: 'approve', ...addressAlone('requests approve jane@acme.ch').parse(words), rest: '' } as const;
    case 'deny':
      return { action: 'deny', ...addressAndRest('requests deny jane@acme.ch').parse(words) } as const;
    default:
      throw new UserError((locale, trigger) => mistakeTexts[locale].takesNoWords(typed('requests', trigger)));
  }
});

export type RequestsWords = z.output<typeof requestsWords>;
