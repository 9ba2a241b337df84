const patienceMs = 5_000;

/**
 * Does this while no other tab of this browser does; a tab that goes away lets go by itself. The lock only saves sending
 * twice, the server stores once all the same (DL1): so who has waited long for a tab that sleeps, or whose line is dead, goes
 * on without. Never rejects because of the lock.
 */
export async function alone(name: string, act: () => Promise<void>): Promise<void> {
  let hasBegun = false;
  const begin = (): Promise<void> => {
    hasBegun = true;
    return act();
  };
  try {
    await navigator.locks.request(`ventanilla:dashboard:${name}`, { signal: AbortSignal.timeout(patienceMs) }, begin);
  } catch (error) {
    // Waited too long, or a page without https, where there are no locks.
    if (hasBegun) throw error;
    await act();
  }
}
