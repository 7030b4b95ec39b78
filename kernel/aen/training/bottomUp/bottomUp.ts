import { displayMethod, type Displayable, type MimeBundle } from "../../../contracts/mimeBundle.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { remark } from "../../host/remark.js";
import type { Model } from "../../model/model.js";
import { saveWeights } from "../../model/weightFiles.js";
import type { Evaluation } from "../../results/evaluation.js";
import type { Run } from "../run.js";
import { evaluateStills, type EvaluateStillsOptions } from "./evaluateStills.js";
import { sharedStills } from "./sharedStills.js";

/** ", with the weights of epoch 7, the best on 120 validation stills"; "" where the last are kept. */
function bestText({ plan, bestEpoch }: Run): string {
  if (plan.keep !== "best" || bestEpoch === null || plan.validate === null) return "";
  return `, with the weights of epoch ${bestEpoch}, the best on ${plan.validate.length} validation stills`;
}

/**
 * A bottom-up branch that has learnt from stills, for `evaluate` on other stills and for the option `bottomUp` of
 * `aen.train` and `aen.ablate`.
 */
export class BottomUp implements Displayable {
  /** @param run the training; its clips are the stills, and it has learnt from nothing else */
  constructor(readonly run: Run) {
    if (!run.model.frozenVariables) run.model.freezeFrameModel(); // after a stop
  }

  /** The network with the branch; what lies above it has learnt nothing. */
  get model(): Model {
    return this.run.model;
  }

  /** The stills that it learnt from. */
  get stills(): ClipSet {
    return this.run.clips;
  }

  /** "finished", or "stopped" with the weights of the last step. */
  get state(): Run["state"] {
    return this.run.state;
  }

  /**
   * Results on stills: confusion matrix, UAR and WAR with intervals over people, `calibration()`, `byGroup("sex")`. The user
   * is told of stills and people that the branch learnt from.
   * @throws RangeError when a clip has several frames, or as `run.evaluate` for labels that the model does not have
   * @example result.evaluate(stills, { labelMap: { Contempt: null } })
   */
  async evaluate(stills: ClipSet, options: EvaluateStillsOptions = {}): Promise<Evaluation> {
    const evaluation = await evaluateStills(this.model, stills, options);
    sharedStills(this.stills, stills).forEach(remark);
    return evaluation;
  }

  /** Writes the weights as safetensors, for `aen.bottomUp.startFrom`; creates missing folders. */
  save(file: string): Promise<void> {
    return saveWeights(this.model, file);
  }

  /** Frees the memory of the model. */
  dispose(): Promise<void> {
    return this.run.dispose();
  }

  toString(): string {
    const { stills, model, run } = this;
    const people = stills.identities.length;
    const planned = run.plan.pretraining?.epochs ?? 0;
    const { preset, size } = model.configuration;
    const all = run.epochs.length === planned;
    const done = `${all ? "" : `${run.epochs.length} of `}${planned} ${planned === 1 ? "epoch" : "epochs"}`;
    return (
      `Bottom-up branch of "${preset}" for pictures of ${size} x ${size} pixels, ${this.state} after ${done} on ` +
      `${stills.length} stills${people > 0 ? ` of ${people} people` : ", which name nobody"}${bestText(run)}.`
    );
  }

  async [displayMethod](): Promise<MimeBundle> {
    return { ...(await this.run[displayMethod]()), "text/plain": this.toString() };
  }
}
