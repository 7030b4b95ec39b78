import type { DeviceName } from "../../engine/contract.js";
import { devices } from "../../engine/devices.js";
import type { StudyPlan } from "./studyPlan.js";
import type { StudyRecord } from "./studyRecord.js";

/**
 * A plan whose runs all compute where those that have finished did: "auto" may become another device in another process
 * or on another node. A device that was named stays.
 * @throws RangeError when that device cannot be used here
 */
export async function onRecordedDevice(plan: StudyPlan, record: StudyRecord): Promise<StudyPlan> {
  if (plan.arms.some(({ training }) => training.device !== "auto")) return plan;
  for (const { run } of plan.tasks) {
    const device = (await record.read(run))?.circumstances["device"];
    if (device === undefined) continue;
    const why = await whyUnusable(device);
    if (why === null) return onDevice(plan, device as DeviceName);
    throw new RangeError(
      `The runs of the study that have finished computed on ${device}, but here: ${why} Carry it out where that can be ` +
        `used, or start over with { fresh: true }.`,
    );
  }
  return plan;
}

/** Why a device cannot be used here, as a sentence; null when it can. */
export async function whyUnusable(device: string): Promise<string | null> {
  const here = (await devices()).find((each) => each.device === device);
  if (!here) return `there is no device "${device}".`;
  return here.usable ? null : here.note;
}

/** The plan with all runs on one device. */
export function onDevice(plan: StudyPlan, device: DeviceName): StudyPlan {
  const arms = plan.arms.map((arm) => ({ ...arm, training: { ...arm.training, device } }));
  return { ...plan, arms };
}
