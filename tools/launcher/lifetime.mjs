import { say } from './console.mjs';

const endings = [];
let isStopping = false;

export const isEnding = () => isStopping;

/** Remembers what to undo, latest first, when the launcher ends for whatever reason it can notice. */
export function atEnd(undo) {
  endings.unshift(undo);
}

/** Ends the launcher after undoing everything. */
export async function end(code) {
  if (isStopping) return;
  isStopping = true;
  for (const undo of endings) {
    try {
      await undo();
    } catch (error) {
      say(error.message);
    }
  }
  process.exit(code);
}

/** Under npm, its death: nobody is left to stop us, and the next start needs our port. */
export function onParentGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}

/** Ctrl-C, a polite kill, a closed terminal and the death of the process above us all stop everything. */
export function stopOnSignals() {
  const stop = (reason) => () => {
    // One Ctrl-C may arrive twice: from the terminal and from the process above us.
    if (isStopping) return;
    say(`\nStopping (${reason}) …`);
    void end(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop(signal));
  if (process.connected) process.on('disconnect', stop('the launcher is gone'));
  onParentGone(stop('npm is gone'));
}
