import { percent } from "../../../metrics/percent.js";
import { cardSections, type CardSection } from "../../model/card/cardSections.js";
import { drawnFacesOnly, intendedUse } from "../../model/card/intendedUse.js";
import { networkLines } from "../../model/card/networkLines.js";
import { clipsLine } from "../../model/card/runLines.js";
import { clipModelOf } from "../../model/clipModel.js";
import { clipFigures, madeBy } from "../../training/card/clipFigures.js";
import { shippedParts } from "../../training/card/shippedParts.js";
import type { AblationSummary, ArmSummary, Estimate } from "../ablationSummary.js";
import { armText, bottomUpText } from "../planText.js";
import { seedsText } from "../seedsText.js";
import type { StudyPlan } from "../studyPlan.js";

/** The card of a study as Markdown. */
export function studyCardText(plan: StudyPlan, summary: AblationSummary): string {
  const made = learntFrom(plan).map(madeBy);
  const drawn = !plan.givenBottomUp && made.every((each) => each === "synthetic");
  const sections: readonly CardSection[] = [
    ["What was compared", compared(plan, summary)],
    ["Clips", clipLines(plan)],
    ["Network of the base", networkOf(plan)],
    ["Figures", figuresTable(summary.arms)],
    ["Against the base", verdicts(summary.arms)],
    ["How far this carries", [...reach(plan), ...summary.warnings]],
    ["Intended use and limits", drawn ? [...intendedUse, drawnFacesOnly] : intendedUse],
    ["Weights and licences", [...givenBranch(plan), ...shippedParts(made)]],
  ];
  return cardSections(`Card of the study "${plan.name}"`, sections, ending);
}

const ending =
  "Add what cannot be known here: the question, who asked it and when the plan was fixed, the terms of the data, who the " +
  "people in it are, and what they agreed to.";

function compared(plan: StudyPlan, { state, progress }: AblationSummary): string[] {
  const { arms, seeds, folds } = plan;
  const { finished, failed, total } = progress;
  const failures = failed > 0 ? `, ${failed} failed` : "";
  return [
    `Study ${plan.id}, ${state}: ${finished} of ${total} runs finished${failures}; seeds ${seeds.join(", ")}` +
      (folds.length > 1 ? `; ${folds.length} folds` : ""),
    ...arms.map((arm) => `${armText(arm, arms[0])}; ${arm.training.epochs} epochs`),
    bottomUpText(plan),
  ];
}

function clipLines({ folds }: StudyPlan): string[] {
  return folds.flatMap(({ train, test }, fold) => {
    const of = folds.length > 1 ? ` of fold ${fold + 1}` : "";
    return [
      clipsLine(clipFigures(`Training clips${of}`, train)),
      clipsLine(clipFigures(`Judged clips${of}`, test, train)),
    ];
  });
}

function learntFrom({ folds, arms }: StudyPlan) {
  const stills = arms[0].training.pretraining?.stills ?? null;
  return [...folds.map(({ train }) => train), ...(stills ? [stills] : [])];
}

function givenBranch({ givenBottomUp }: StudyPlan): string[] {
  if (!givenBottomUp) return [];
  return [
    `The bottom-up branch was given (its weights have the hash ${givenBottomUp.hash}); what it learnt from and its licence are ` +
      "not known here: add them.",
  ];
}

function networkOf({ arms: [{ configuration }], labels }: StudyPlan): string[] {
  return networkLines({ title: clipModelOf(configuration).title, configuration, labels });
}

function figuresTable(arms: readonly ArmSummary[]): string {
  const head = ["Arm", "Seeds", "UAR", "WAR", "Sentiment UAR, own head", "Sentiment UAR, group"];
  const rows = arms.flatMap(({ name, figures }) => {
    if (!figures) return [];
    const { uar, war, sentimentUar, groupUar } = figures;
    return [[cell(name), String(uar.seeds), ...[uar, war, sentimentUar, groupUar].map(rate)]];
  });
  if (rows.length === 0) return "No run has finished.";
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function rate({ mean, low, high, seeds }: Estimate): string {
  if (Number.isNaN(mean)) return "–";
  const interval = seeds < 2 ? "" : ` (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
  return `${percent(mean)}${interval}`;
}

function cell(name: string): string {
  return name.replaceAll("|", "\\|");
}

function verdicts(arms: readonly ArmSummary[]): string[] {
  return arms.flatMap(({ name, toBase, sentimentsNeverNamed }) => [
    ...(toBase
      ? [toBase.sentence, toBase.sentiment.sentence, toBase.group.sentence].map((said) => `${name}: ${said}`)
      : []),
    ...(sentimentsNeverNamed.length > 0
      ? [`${name}: the sentiment head never names ${sentimentsNeverNamed.join(", ")}`]
      : []),
  ]);
}

function reach(plan: StudyPlan): string[] {
  return [
    ...seedsText(plan),
    "Intervals and verdicts are over seeds and people (a clip that names no one counts as another person's), and hold for all arms together.",
    "That no difference could be shown does not mean that there is none: the interval says how large it may be.",
  ];
}
