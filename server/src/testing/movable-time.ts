/*
 * Loaded before a program (`node --import`): its system clock can be set an hour forward (SIGUSR2) and back (SIGHUP),
 * for everything in the process that asks for the time. What runs by itself notices nothing, as on a real machine.
 */
const hourMs = 60 * 60_000;
const RealDate = Date;
let aheadMs = 0;
let timesSet = 0;

globalThis.Date = class extends RealDate {
  constructor(...given: ConstructorParameters<typeof RealDate> | []) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...given);
  }
  static override now(): number {
    return RealDate.now() + aheadMs;
  }
} as DateConstructor;

function moveBy(ms: number): void {
  aheadMs += ms;
  timesSet += 1;
  process.stdout.write(`the clock was set ${timesSet}\n`);
}
process.on('SIGUSR2', () => moveBy(hourMs));
process.on('SIGHUP', () => moveBy(-hourMs));
