import { interpolateLab, piecewise } from "d3-interpolate";

/** Colour at `share` (0..1) of a scale of evenly spaced stops, interpolated in CIELAB. */
export function colorScale(stops: readonly string[]): (share: number) => string {
  const mix = piecewise(interpolateLab, [...stops]);
  return (share) => mix(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)));
}
