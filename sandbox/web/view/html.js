import htm from 'htm';
import { h } from 'preact';

/** Markup as a tagged template, so that the page needs no build step. */
export const html = htm.bind(h);
