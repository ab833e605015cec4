import { RemoteRefusal, type RemoteError, type RemoteSilence } from '../errors.ts';
import { failure, warning, type Diagnosis } from './diagnosis.ts';

/** Why no connection came about, by the code of Node's error. */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ECONNREFUSED: 'nothing listens at its address',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate can’t be verified',
};

/** Where each service's address comes from. */
const addressOf = { kChat: 'KCHAT_URL', Infomaniak: 'INFOMANIAK_API_URL' } as const;

/** The diagnosis for an answer that a check was not made for, or for none. */
export function troubleWith<Value = undefined>(error: RemoteError): Diagnosis<Value> {
  return error instanceof RemoteRefusal ? refused(error) : silent(error);
}

function refused<Value>({ service, operation, status, code }: RemoteRefusal): Diagnosis<Value> {
  if (status === 429) {
    return warning(`${service} was asked too often and wants a pause (429).`, 'Run the doctor again in a minute.');
  }
  if (status >= 500) {
    return failure(`${service} is in trouble: it answers ${status}.`, 'Run the doctor again when it has recovered.');
  }
  if (status >= 300 && status < 400) {
    return failure(
      `${service} sends us elsewhere (${status}); no token is sent after a redirect.`,
      `Put the final address into ${addressOf[service]}.`,
    );
  }
  return failure(
    `${service} answered ${status} to ${operation}${code === undefined ? '' : ` (${code})`}.`,
    `See whether ${addressOf[service]} is right and the token still has its rights.`,
  );
}

function silent<Value>(error: RemoteSilence): Diagnosis<Value> {
  const { service, reason } = error;
  const address = addressOf[service];
  if (reason === 'unreadable_answer') {
    return failure(`What answers is not ${service}’s API.`, `Correct ${address}.`);
  }
  const check = `See whether ${address} is right and whether a firewall or proxy stands between.`;
  if (reason === 'timeout') return failure(`${service} did not answer in time.`, check);
  const code = codeOf(error.cause);
  const why = code === undefined ? '' : `: ${reasons[code] ?? code}`;
  return failure(`${service} can’t be reached${why}.`, check);
}

/** `fetch` wraps the real error; the provider's client keeps nothing but the code, as its message. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return codeOf(cause.cause) ?? (/^[A-Z_]{3,60}$/.test(cause.message) ? cause.message : undefined);
}
