const started = Date.now();
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** Everything the launcher says goes to standard error: standard output belongs to the command that was asked for. */
export function say(line = '') {
  process.stderr.write(`${line}\n`);
}

/** Runs one stage: says that it began, that it still lives, and how long it took. */
export async function stage(name, work) {
  const from = Date.now();
  say(`  … ${name}`);
  const pulse = setInterval(() => say(`  … ${name}, ${seconds(from)} so far`), 10_000);
  try {
    const result = await work();
    say(`  ✓ ${name}, ${seconds(from)}`);
    return result;
  } catch (error) {
    say(`  ✗ ${name}, ${seconds(from)}`);
    throw error;
  } finally {
    clearInterval(pulse);
  }
}

export const sinceStart = () => seconds(started);
