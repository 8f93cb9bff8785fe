import type { Answered, Asked } from './messages';
import { Press } from './press';

/** A browser that does not close in this time is killed. */
const closingMs = 2000;

/** Prints what is asked, one after the other, until the server hangs up or is gone; then closes the browser. */
export function servePrinting(line: NodeJS.Process, chromiumPath: string, end: () => void): void {
  const press = new Press(chromiumPath);
  let turn = Promise.resolve();
  line.on('message', ({ number, print }: Asked) => {
    const answer = (answered: Answered): boolean => line.connected && line.send?.(answered) === true;
    turn = turn.then(() =>
      press.print(print).then(
        (pdf) => void answer({ number, pdf }),
        (error: unknown) => void answer({ number, failure: String(error) }),
      ),
    );
  });
  line.on('disconnect', () => {
    press.close().then(end, end);
    setTimeout(end, closingMs);
  });
}
