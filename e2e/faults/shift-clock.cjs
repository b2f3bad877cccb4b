// Preloaded into a worker process: its clock runs from CLOCK_STARTS_AT on, so that what a killed worker held
// falls due again without anybody waiting, and the daily run begins at any hour of the real day.
const RealDate = Date;
const shift = RealDate.parse(process.env.CLOCK_STARTS_AT) - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
