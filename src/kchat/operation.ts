/** The words of the routes this program uses. What is not among them may be an id, a name or an address. */
const routeWords = new Set(
  (
    'api v4 hooks users me email username roles tokens teams name members channels direct posts ephemeral patch ' +
    'commands bots enable actions dialogs open config client websocket files info'
  ).split(' '),
);

/** Names a call for errors and logs, such as `GET /api/v4/users/email/{}`: the method and the route, no value of either. */
export function operationOf(method: string, url: string): string {
  const parts = new URL(url).pathname.split('/').slice(1);
  return `${method.toUpperCase()} /${parts.map((part) => (routeWords.has(part) ? part : '{}')).join('/')}`;
}
