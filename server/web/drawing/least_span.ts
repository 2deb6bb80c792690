// The stretch of time that a chart shows: never so short that its marks say nothing.

/** Widened to both sides until it is `least` long: the first call of a morning stands in the middle of its half hour. */
export function leastSpan(low: number, high: number, least: number): [number, number] {
  const lacking = Math.max(0, least - (high - low)) / 2;
  return [low - lacking, high + lacking];
}
