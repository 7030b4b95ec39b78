import { WorkInProgress } from "../host/workInProgress.js";
import type { Study } from "./study.js";

/** A handle to a running study: `await` it for the finished {@link Study}, or steer and watch it meanwhile. */
export class StudyInProgress extends WorkInProgress<Study> {
  constructor(readonly study: Study) {
    super(study, () => study.carryOut());
  }
}
