type Name = [firstName: string, lastName: string];

/**
 * Names as somebody might have who wants to wake everybody up, or one person: all the spellings that a server was seen to
 * take for a mention, some that it was not, and markup around them.
 */
export function hostileNames(username: string): [Name, ...Name[]] {
  return [
    ['Ann @channel @all @here', String.raw`&#64;channel \@all ＠channel`],
    ['**Bo** [@all](http://x.example.test/@all)', `<!channel> <@${username}> @${username}`],
    ['~~@here~~ `@all` ***@channel***', `| @${username} | ![@all](x) <!here>`],
  ];
}
