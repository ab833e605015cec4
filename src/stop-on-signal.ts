/** Resolves with the first SIGINT or SIGTERM; a second one ends the process at once with exit code 1. */
export async function stopOnSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let requested = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (requested) process.exit(1);
      requested = true;
      resolve(signal);
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}
