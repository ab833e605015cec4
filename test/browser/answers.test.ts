import { describePlayed } from './describe-played.ts';
import { playLanguages } from './plays/languages.ts';
import { playLines } from './plays/lines.ts';
import { playNumbers } from './plays/numbers.ts';
import { playScreens } from './plays/screens.ts';
import { playWelcome } from './plays/welcome.ts';

describePlayed('what is answered, played on the page', (played) => {
  playLanguages(played);
  playLines(played);
  playNumbers(played);
  playWelcome(played);
  playScreens(played);
});
