import type { ChangedSetting } from "../../../contracts/runs/runFile.js";
import { builtInTerm } from "../../losses/lossTerms.js";
import type { LossTerm } from "../../losses/lossTerm.js";
import type { ModelConfiguration } from "../../model/configuration.js";
import { presets } from "../../model/presets.js";
import { planTraining, type TrainPlan } from "../trainOptions.js";

/** What no preset decides: where and how often something is computed or written, not what. */
const noSettings = ["device", "threads", "seed", "record", "checkpointSeconds", "validate", "loss"];

/**
 * The settings of a run that its preset has otherwise: of the network ("model.frames"), of the training
 * ("training.epochs") and of the loss ("loss.energy", a term's weight).
 */
export function changesToPreset(configuration: ModelConfiguration, plan: TrainPlan): ChangedSetting[] {
  const preset = presets[configuration.preset];
  const usual = planTraining(preset, {});
  return differences(
    [...settingsOf(preset, "model"), ...settingsOf(planned(usual), "training"), ...termsOf(usual.loss)],
    [...settingsOf(configuration, "model"), ...settingsOf(planned(plan), "training"), ...termsOf(plan.loss)],
  );
}

function planned(plan: TrainPlan): object {
  const { pretraining, ...rest } = plan;
  const settings = Object.entries(rest).filter(([name]) => !noSettings.includes(name));
  const stills = pretraining?.stills;
  const before = pretraining && { ...pretraining, stills: stills ? `${stills.length} stills` : null };
  return { ...Object.fromEntries(settings), pretraining: before };
}

/** A term's weight, and its choices where it is one of AEN's own. */
function termsOf(loss: readonly LossTerm[]): [string, unknown][] {
  return loss.flatMap(({ name, weight, value }): [string, unknown][] => {
    const choices = Object.entries(builtInTerm(value)?.choices ?? {});
    return [
      [`loss.${name}`, weight],
      ...choices.map(([choice, chosen]): [string, unknown] => [`loss.${name}.${choice}`, chosen]),
    ];
  });
}

function settingsOf(value: unknown, name: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => settingsOf(inner, `${name}.${key}`));
}

function differences(preset: [string, unknown][], run: [string, unknown][]): ChangedSetting[] {
  const [before, now] = [new Map(preset), new Map(run)];
  const names = [...new Set([...before.keys(), ...now.keys()])];
  return names
    .map((setting) => ({ setting, preset: before.get(setting) ?? null, run: now.get(setting) ?? null }))
    .filter((each) => JSON.stringify(each.preset) !== JSON.stringify(each.run));
}
