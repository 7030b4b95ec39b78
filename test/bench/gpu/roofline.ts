import type { Launch } from "./deviceCounts.js";

/** A graphics card by its data sheet. */
export interface Card {
  readonly name: string;
  /** Floating-point operations a second, single precision without tensor cores. */
  readonly flops: number;
  /** Bytes a second. */
  readonly bandwidth: number;
  /** Least seconds between the begins of two kernels: an assumption. */
  readonly perLaunch: number;
}

export const cards: readonly Card[] = [
  { name: "H100 (SXM)", flops: 67e12, bandwidth: 3.35e12, perLaunch: 5e-6 },
  { name: "laptop (RTX 4060)", flops: 11.6e12, bandwidth: 256e9, perLaunch: 10e-6 },
];

/** The least time of the launches: each is bound by the card's arithmetic, its memory or its launch, one after the other. */
export function leastSeconds(launches: readonly Launch[], card: Card): number {
  return launches.reduce((sum, launch) => sum + secondsOf(launch, card), 0);
}

function secondsOf({ bytes, flop }: Launch, { flops, bandwidth, perLaunch }: Card): number {
  return Math.max(flop / flops, bytes / bandwidth, perLaunch);
}

/** The share of the least time in which the launches themselves are what takes longest. */
export function shareOfLaunches(launches: readonly Launch[], card: Card): number {
  const bound = launches.filter((launch) => secondsOf(launch, card) === card.perLaunch);
  return (bound.length * card.perLaunch) / leastSeconds(launches, card);
}
