// Loaded before the server by a test that moves its clock (`node --import`): the product itself has no such door.
// The clock is TEST_CLOCK_AHEAD milliseconds ahead of the real one, and runs on from wherever the test puts it.
const RealDate = Date;
let ahead = Number(process.env['TEST_CLOCK_AHEAD']);

const put = (instant) => {
  ahead = RealDate.parse(instant) - RealDate.now();
};
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => new target(...(args.length === 0 ? [now()] : args)),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('message', (message) => {
  if (typeof message?.clock !== 'string') return;
  put(message.clock);
  process.send?.('moved');
});
// Listening alone keeps no process alive.
process.channel?.unref();
