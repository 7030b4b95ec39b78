import type { ModelConfiguration } from "./configuration.js";

/** The settings that the bottom-up branch depends on. */
export function bottomUpSettings(configuration: ModelConfiguration): Partial<ModelConfiguration> {
  const { size, stageWidths, blocksPerStage, level2, tapOrder, batchNormEpsilon, batchNormMomentum } =
    configuration;
  return { size, stageWidths, blocksPerStage, level2, tapOrder, batchNormEpsilon, batchNormMomentum };
}
