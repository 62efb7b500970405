import { spawn } from "node:child_process";

/**
 * Starts a server program and waits until it answers at `url`.
 * @returns {Promise<{ stop(): Promise<void>, ended: Promise<number | null> }>}
 */
export async function startServer({ program, args, url, env, seconds = 30 }) {
  // A process group of its own, so that stopping it stops what it has started in turn.
  const detached = process.platform !== "win32";
  const child = spawn(program, args, {
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-8_000);
    });
  }
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    if (detached) process.kill(-child.pid, "SIGTERM");
    else child.kill();
    await ended;
  };
  // The server ends whenever this process ends, also by an exception.
  process.once("exit", () => void stop());

  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) break;
    if (await answers(url)) return { stop, ended };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${args[0]} did not answer at ${url} within ${seconds} s. Its last output:\n${output}`);
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
