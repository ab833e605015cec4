/** The environment that names a real server for the contract. */
export interface ServerSettings {
  url: string;
  adminToken: string;
  /** The team that is used where the server lets nobody make one. */
  teamName: string;
  /** Where the server reaches the bot; loopback unless told. */
  publicUrl: string | undefined;
  host: string;
  port: number | undefined;
}

/** @throws Error when a variable is missing or can't be read */
export function serverSettings(environment: NodeJS.ProcessEnv): ServerSettings {
  const {
    CONTRACT_KCHAT_URL: url = '',
    CONTRACT_ADMIN_TOKEN: adminToken = '',
    CONTRACT_KCHAT_TEAM: team,
    CONTRACT_PUBLIC_URL: publicUrl,
    CONTRACT_HOST: host,
    CONTRACT_PORT: port,
  } = environment;
  if (!URL.canParse(url) || adminToken === '') {
    throw new Error('CONTRACT_KCHAT_URL has to be the server’s address, and CONTRACT_ADMIN_TOKEN an administrator’s.');
  }
  if (publicUrl !== undefined && port === undefined) {
    throw new Error('With CONTRACT_PUBLIC_URL, CONTRACT_PORT has to say on which port that address ends.');
  }
  const { origin, hostname } = new URL(url);
  return {
    url: origin,
    adminToken,
    teamName: team ?? hostname.split('.', 1)[0] ?? '',
    publicUrl,
    host: host ?? '127.0.0.1',
    port: port === undefined ? undefined : Number(port),
  };
}
