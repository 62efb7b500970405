/** Lets other work of the thread run; rejects with the signal's reason if it is aborted by then. */
export async function yieldThread(signal?: AbortSignal): Promise<void> {
  await new Promise((resume) => setTimeout(resume, 0));
  signal?.throwIfAborted();
}
