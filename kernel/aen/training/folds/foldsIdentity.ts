import { functionIdentity } from "../../losses/functionIdentity/functionIdentity.js";
import type { Model } from "../../model/model.js";
import { encodeSafetensors } from "../../model/safetensors.js";
import type { TrainPlan } from "../trainOptions.js";
import type { Validation } from "../validation.js";
import { sha256 } from "../../../files/sha256.js";

/**
 * Twelve hexadecimal digits for all that decides the figures of a cross-validation besides its folds: the model with
 * its weights, the settings and the loss. Where it computes and what it records do not count.
 */
export function foldsIdentity(model: Model, plan: TrainPlan, validate: Validation | undefined): string {
  const { loss, pretraining, device: _device, threads: _threads, ...rest } = plan;
  const { record: _record, checkpointSeconds: _seconds, ...settings } = rest;
  const terms = loss.map(({ name, weight, value }) => [name, weight, functionIdentity(value)]);
  const stills = pretraining?.stills?.contentHash ?? null;
  const held = typeof validate === "object" ? validate.contentHash : (validate ?? null);
  const { configuration, labels } = model;
  const parts = [
    ...[configuration, labels.emotions, labels.groups, terms, held],
    { ...settings, validate: null, pretraining: pretraining && { ...pretraining, stills } },
  ];
  return sha256(JSON.stringify(parts), encodeSafetensors(model.weights())).slice(0, 12);
}
