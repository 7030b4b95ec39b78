import { percent } from "../../metrics/percent.js";
import type { RunSoFar } from "./runSoFar.js";

/** A run as shown in a terminal. */
export function runText(run: RunSoFar): string {
  const lines = run.epochs.map((epoch) => {
    const { validation } = epoch;
    const scores = validation
      ? `  UAR ${percent(validation.uar)}  WAR ${percent(validation.war)}${epoch.best ? "  best" : ""}`
      : "";
    const place = `${epoch.phase} epoch ${String(epoch.epoch).padStart(3)}/${epoch.epochs}`;
    return `${place}  loss ${epoch.loss.toFixed(4)}${scores}`;
  });
  const seconds = run.events.at(-1)?.seconds ?? 0;
  const best = run.bestEpoch;
  const ending = best ? `, best epoch ${best}` : "";
  const notes = run.events.flatMap((event) => (event.type === "warning" ? [`Note: ${event.message}`] : []));
  return [`Run ${run.id}: ${run.state} after ${seconds.toFixed(0)} s${ending}`, ...lines, ...notes].join(
    "\n",
  );
}
