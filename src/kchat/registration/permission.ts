import { RemoteRefusal, UserError } from '../../errors.ts';

/**
 * A step without which registration cannot go on.
 * @param doing completes "may not ...", such as `create bot accounts`.
 * @throws UserError with the remedy when the administrator's token is not accepted or lacks the right.
 */
export async function required<Value>(doing: string, step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof RemoteRefusal)) throw error;
    if (error.status === 401) {
      throw new UserError(
        'kChat does not accept KCHAT_ADMIN_TOKEN. Create a new API token with the scope kChat in the Infomaniak Manager ' +
          '(on Mattermost: a personal access token), as an administrator of this kChat, and run register again.',
        { cause: error },
      );
    }
    if (error.status !== 403) throw error;
    throw new UserError(
      `The owner of KCHAT_ADMIN_TOKEN may not ${doing}. Use the token of an administrator of this kChat ` +
        '(on Mattermost: of a system administrator), and run register again.',
      { cause: error },
    );
  }
}

/**
 * A step that a person can do in kChat itself when the server lacks, hides or forbids it. Returns whether it was done
 * here; otherwise the advice is noted, with what the server said.
 * @throws RemoteError when trying again later is the better advice (429, 5xx, no answer).
 */
export async function orByHand(advice: string, byHand: string[], step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || mayPass(error.status)) throw error;
    byHand.push(`${advice} (kChat said: ${error.description ?? `status ${error.status}`})`);
    return false;
  }
}

/** 501 stays: Mattermost answers so when a feature is switched off. */
function mayPass(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}
