import type { ClipFigures, EvaluationFigures, PhaseFigures, RunFacts } from "./runFacts.js";

/** What a run learnt from and how, one sentence for each line. */
export function runLines(run: RunFacts): string[] {
  const terms = run.loss.map(({ name, weight }) => `${Number(weight.toPrecision(6))} x ${name}`);
  return [
    `Run ${run.id}, started ${run.started}, ${run.state}; seed ${run.seed}; ${run.device}, ${counted(run.threads, "thread")}`,
    ...run.data.map(clipsLine),
    `Loss: ${terms.length > 0 ? terms.join(" + ") : "none"}`,
    ...run.phases.map(phaseText),
    `Weights of ${run.kept}`,
  ];
}

/** A set of clips: how many, whose, of which emotions, and where from. */
export function clipsLine({
  role,
  clips,
  people,
  clipsInTraining,
  peopleInTraining,
  perEmotion,
  recipe,
}: ClipFigures): string {
  const shown = people === null ? "not all of which name their person" : `of ${counted(people, "person")}`;
  const shared = peopleInTraining === null ? "" : `, ${peopleInTraining} of them in the training clips too`;
  const seen = clipsInTraining ? `, ${counted(clipsInTraining, "clip")} of them training clips, too` : "";
  const emotions = Object.entries(perEmotion).map(([emotion, count]) => `${emotion} ${count}`);
  return `${role}: ${counted(clips, "clip")} ${shown}${shared}${seen} (${emotions.join(", ")}); ${recipe}`;
}

function phaseText({ phase, epochs, planned, loss }: PhaseFigures): string {
  const what = phase === "training" ? "Training on clips" : "Pretraining of the bottom-up branch";
  return `${what}: ${epochs} of ${counted(planned, "epoch")}, mean loss of the last ${loss.toFixed(4)}`;
}

/** The figures of a run's last evaluation and what they rest on. */
export function evaluationLines({ evaluation }: RunFacts): string[] {
  if (!evaluation) return ["Not evaluated: `run.evaluate(clips)`, then make the card again."];
  const { clips, frameOrder, from, outdated } = evaluation;
  const order = frameOrder === undefined ? "" : `, frames ${frameOrder}`;
  return [
    `Last evaluation: ${counted(clips, "clip")}${order}${from === "record" ? recordOnly : ""}`,
    ...(outdated ? ["The network has learnt on since: evaluate it again."] : []),
    ...seenText(evaluation),
    ...evaluation.lines.filter((line) => line.trim() !== ""),
  ];
}

const recordOnly = ", from the record, which does not say in which order frames were or of which epoch it is";

function seenText({ clips, clipsInTraining, peopleInTraining }: EvaluationFigures): string[] {
  if (clipsInTraining > 0)
    return [
      `${clipsInTraining} of these ${counted(clips, "clip")} were learnt from: figures on them are optimistic.`,
    ];
  if (peopleInTraining === null) return ["Whether it learnt from other clips of these people is not known."];
  if (peopleInTraining === 0) return ["It learnt from no clip of these people."];
  return [
    `It learnt from other clips of ${counted(peopleInTraining, "person")} of these: figures are optimistic.`,
  ];
}

function counted(count: number, what: "clip" | "person" | "epoch" | "thread"): string {
  const many = what === "person" ? "people" : `${what}s`;
  return `${count.toLocaleString("en")} ${count === 1 ? what : many}`;
}
