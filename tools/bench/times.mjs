/** So many calls go before those that count, where nothing else is said. */
export const WARM_UP = 20;

/** How long each of so many calls took, one after another, in milliseconds, shortest first. Calls are numbered. */
export async function timesOf(count, call, warmUp = WARM_UP) {
  const times = [];
  for (let n = 0; n < count + warmUp; n += 1) {
    const start = performance.now();
    await call(n);
    if (n >= warmUp) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/** What so large a part of the times stays below. */
export const percentile = (times, part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
