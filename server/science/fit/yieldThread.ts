/** Leaves the thread to others for a turn; rejects with the signal's reason where it is aborted by then. */
export async function yieldThread(signal?: AbortSignal): Promise<void> {
  await new Promise((resume) => setTimeout(resume, 0));
  signal?.throwIfAborted();
}
