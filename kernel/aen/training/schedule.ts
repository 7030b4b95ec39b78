/** How the learning rate changes; times in epochs. */
export type Schedule =
  | { readonly kind: "constant"; readonly warmUp?: number }
  /** Multiplied by `factor` after every `every` epochs (SPEC.md, section 4: 0.1 every 40). */
  | { readonly kind: "step"; readonly every: number; readonly factor: number; readonly warmUp?: number }
  /** Falls to `floor` times the peak along half a cosine. */
  | { readonly kind: "cosine"; readonly floor?: number; readonly warmUp?: number };

/**
 * The learning rate of one step.
 * @param peak the rate after warm-up
 * @param epoch elapsed epochs including the fraction, e.g. 2.5 in the middle of the third
 * @param epochs of the whole training
 */
export function learningRateAt(schedule: Schedule, peak: number, epoch: number, epochs: number): number {
  const { warmUp = 0 } = schedule;
  const ramp = warmUp > 0 ? Math.min(1, (epoch + 1e-9) / warmUp) : 1;
  return peak * ramp * decay(schedule, epoch, epochs);
}

function decay(schedule: Schedule, epoch: number, epochs: number): number {
  const { warmUp = 0 } = schedule;
  switch (schedule.kind) {
    case "constant":
      return 1;
    case "step":
      return schedule.factor ** Math.floor(epoch / schedule.every);
    case "cosine": {
      const { floor = 0 } = schedule;
      const progress = Math.min(1, Math.max(0, (epoch - warmUp) / Math.max(epochs - warmUp, 1e-9)));
      return floor + ((1 - floor) * (1 + Math.cos(Math.PI * progress))) / 2;
    }
  }
}
