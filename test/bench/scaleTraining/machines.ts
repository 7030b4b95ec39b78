import { cards } from "../gpu/roofline.js";
import { stepFlop } from "../engine/stepFlop.js";

/** A machine that trains, and how long its engine takes; what is computed is no measurement. */
export interface Machine {
  readonly name: string;
  /** Seconds for a clip of the training: its step, and the frozen model's look at its frames. */
  readonly clipSeconds: number;
  /** Seconds for a frame of the pretraining. */
  readonly frameSeconds: number;
  readonly cores: number;
  /** Whether the engine needs the cores that read clips. */
  readonly sharesCores: boolean;
}

/** The part of a card's arithmetic that a training step is taken to reach: an assumption. */
export const reached = 0.25;

/** Seconds of the published step of two clips on two cores, as the engine's page has it. */
const measuredStep = Number(process.env.STEP_SECONDS ?? 0.42);

/** Two cores by the measured step; a laptop's card and an H100 by their data sheets and {@link reached}. */
export async function machines(): Promise<Machine[]> {
  const [step, backbone] = [await stepFlop("published", "full"), await stepFlop("published", "backbone")];
  const look = await stepFlop("published", "clip");
  const flop = { clip: step / 2 + look, frame: backbone / 32 };
  const rate = step / measuredStep;
  const [server, laptop] = cards;
  const of = (name: string, cores: number, perSecond: number, sharesCores = false): Machine => ({
    ...{ name, cores, sharesCores },
    ...{ clipSeconds: flop.clip / perSecond, frameSeconds: flop.frame / perSecond },
  });
  return [
    of("two cores", 2, rate, true),
    of(`${laptop.name}, 8 cores`, 8, reached * laptop.flops),
    of(`${server.name}, 16 cores`, 16, reached * server.flops),
  ];
}
