import { DatabaseError } from 'pg';
import { ConfigurationError, DatabaseUnavailableError, RefusedStartError } from '../../errors.ts';
import { isPassing } from './passing.ts';

/** invalid_password, invalid_authorization_specification, invalid_catalog_name: somebody has to correct the address. */
const wrongAddress = new Set(['28P01', '28000', '3D000']);

/** What TLS says about a certificate, as Node.js names it. */
const wrongCertificate = /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/**
 * Why a PostgreSQL database could not be used, for whoever started the program.
 * @param error what was thrown; what is none of the database's errors is handed back.
 * @param place the server and the database, without the password.
 */
export function explainOpening(error: unknown, place: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const said = error.message === '' ? code : error.message;
  if (wrongAddress.has(code)) return new ConfigurationError([`DATABASE_URL: ${place} refuses it (${said}).`]);
  if (wrongCertificate.test(code) || said.includes('not support SSL')) {
    return new ConfigurationError([
      `DATABASE_URL: no encrypted connection to ${place} comes about (${said}). See sslmode and sslrootcert in docs/scaling.md.`,
    ]);
  }
  if (error instanceof DatabaseError && !isPassing(error)) {
    return new RefusedStartError(`The database ${place} can't be used: ${said}. Nothing in it was changed.`, {
      cause: error,
    });
  }
  if (!(error instanceof DatabaseError) && !isConnectionTrouble(error)) return error;
  return new DatabaseUnavailableError(`The database ${place} does not answer (${said}).`, { cause: error });
}

/** The driver's own words, or the operating system's. */
function isConnectionTrouble(error: Error): boolean {
  return (
    /^(Connection terminated|timeout expired|Query read timeout)/.test(error.message) ||
    'syscall' in error ||
    'errors' in error
  );
}
