import { describePlayed } from './describe-played.ts';
import { playFormAndCard } from './plays/form-and-card.ts';
import { playImport } from './plays/import.ts';
import { playRequests } from './plays/requests.ts';

describePlayed('ways to invite, played on the page', (played) => {
  playFormAndCard(played);
  playImport(played);
  playRequests(played);
});
