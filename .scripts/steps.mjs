import { CommandFailed } from "./run.mjs";

const plain = process.env.NO_COLOR || !process.stdout.isTTY;
const bold = (text) => (plain ? text : `\u001b[1m${text}\u001b[22m`);

/** Something a person has to do first; shown without a stack trace. */
export class NeedsAttention extends Error {}

/**
 * Runs the steps in order, says how long each took, and ends the process at the first that fails.
 * @param {[name: string, action: () => unknown][]} steps
 */
export async function runSteps(steps) {
  const began = performance.now();
  const times = [];
  for (const [name, action] of steps) {
    console.log(bold(`▸ ${name}`));
    const started = performance.now();
    try {
      await action();
    } catch (error) {
      console.error(bold(`✗ ${name} failed after ${seconds(started)}`));
      explain(error);
      process.exit(error instanceof CommandFailed ? error.exitCode : 1);
    }
    times.push([name, seconds(started)]);
    console.log(`✓ ${name} (${seconds(started)})\n`);
  }
  for (const [name, time] of times) console.log(`  ${time.padStart(8)}  ${name}`);
  console.log(`  ${seconds(began).padStart(8)}  ${bold("all passed")}`);
}

/** Says what went wrong: in full for a mistake of ours, in one line for what we foresaw. */
export function explain(error) {
  if (error instanceof CommandFailed) return;
  console.error(error instanceof NeedsAttention ? error.message : error);
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
