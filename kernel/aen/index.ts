export { devices } from "../engine/devices.js";
export type { Device } from "../engine/contract.js";
export { LabelSet, dfewLabels } from "./labels.js";
export type { EmotionGroup, Labels } from "../contracts/labels.js";
export { clips, stills } from "./sources/index.js";
export { clipBatches, type ClipBatchesOptions } from "./batches/clipBatches.js";
export { ClipSet, type SplitOptions, type TrainAndTest } from "./clips/clipSet.js";
export type { Clip, ClipSource, DamagedFrame } from "./clips/clip.js";
export type { ClipOrigin, ClipRecipe, ClipStep } from "./clips/clipOrigin.js";
export type { Deviation, FaceSight, FrameTruth } from "../contracts/frameTruth.js";
export type { FrameImages } from "../images/frameImages.js";
export type { ClipBatch } from "./batches/clipBatch.js";
export { model, Model, type Weights, type WeightValues } from "./model/model.js";
export { ModelCard } from "./model/card/modelCard.js";
export { Card } from "./model/card/card.js";
export type { CardedModel } from "./model/card/cardedModel.js";
export type { Latency, LatencyOptions } from "./model/card/latency.js";
export type { ParameterCounts } from "./model/card/parameterCounts.js";
export type { RunFacts, ClipFigures, PhaseFigures, EvaluationFigures } from "./model/card/runFacts.js";
export { presetReasons, type PresetReasons } from "./model/presetReasons.js";
export type { PresetReason } from "./model/quirks.js";
export { presets, type ModelOptions, type PresetName } from "./model/presets.js";
export { clipModels, baselineNames, type ClipModel, type ClipModelName } from "./model/clipModel.js";
export type { ModelConfiguration } from "./model/configuration.js";
export { lossTerm, withoutTerms, withTerms, withWeights, type LossTerm } from "./losses/lossTerm.js";
export { lossTerms, publishedLoss, recommendedLoss, type LossOptions } from "./losses/lossTerms.js";
export type { LossInputs } from "./losses/lossInputs.js";
export { exportOnnx, type ModelExportOptions } from "./model/exportOnnx.js";
export { loadWeights, readWeights, saveWeights } from "./model/weightFiles.js";
export { resume, type ResumeOptions } from "./training/resume.js";
export { onRunStarted } from "./training/train.js";
export { train } from "./training/trainOrResume.js";
export { bottomUp } from "./training/bottomUp/index.js";
export { BottomUp } from "./training/bottomUp/bottomUp.js";
export { FitInProgress } from "./training/bottomUp/fitInProgress.js";
export type { FitOptions } from "./training/bottomUp/fit.js";
export type { StartFromOptions } from "./training/bottomUp/startFrom.js";
export type { EvaluateStillsOptions } from "./training/bottomUp/evaluateStills.js";
export type { PredictStillsOptions } from "./training/bottomUp/predictStills.js";
export type { BottomUpStart, HasModel, TrainedBottomUp } from "./training/bottomUp/trainedBottomUp.js";
export type { FilePixels } from "./model/branchFile.js";
export { trainFolds } from "./training/folds/trainFolds.js";
export type { FoldsOptions } from "./training/folds/foldsOptions.js";
export { CrossValidation, type FoldResult } from "./training/folds/crossValidation.js";
export { FoldsInProgress } from "./training/folds/foldsInProgress.js";
export { Run } from "./training/run.js";
export type { RunSoFar, RunState } from "./training/runSoFar.js";
export { RunInProgress } from "./training/runInProgress.js";
export { WorkInProgress, type Steerable } from "./host/workInProgress.js";
export type {
  TrainOptions,
  PretrainingOptions,
  PretrainingPlan,
  TrainPlan,
} from "./training/trainOptions.js";
export type {
  TrainingEvent,
  TrainingEventBody,
  StartEvent,
  RunProcess,
  PhaseEvent,
  Phase,
  DeviceEvent,
  StepEvent,
  EpochEvent,
  ValidationScores,
  EndEvent,
} from "../contracts/runs/trainingEvents.js";
export type { BoardSource } from "../contracts/runs/boardSource.js";
export { Predictor, type PredictOptions } from "./training/predictor.js";
export { predict, type PredictVideosOptions } from "./prediction/predict.js";
export type { Predictions } from "./prediction/predictions.js";
export type { ClipCells, ToldPredictions } from "./prediction/predictionsText.js";
export type { PredictionProgress } from "./prediction/predictVideo.js";
export type { VideoOutcome } from "./prediction/addVideo.js";
export { Evaluation } from "./results/evaluation.js";
export type { EvaluateOptions } from "./training/evaluateOptions.js";
export type { LabelMap } from "./clips/labelMapping.js";
export type { LabelCount, LabelReading, MappedClips } from "./clips/mapLabels.js";
export type { Answers, LabelMapping } from "./results/labelMapping.js";
export { EvaluatedClip } from "./results/evaluatedClip.js";
export { ClipTimeline } from "./results/clipTimeline.js";
export { Calibration, type CalibrationOptions } from "./results/calibration.js";
export { FittedTemperature, type SharedClips } from "./results/fittedTemperature.js";
export { ResultsByGroup } from "./results/resultsByGroup.js";
export type { GroupTable } from "./results/groupsText.js";
export type { GroupFigures } from "../metrics/figuresByGroup.js";
export type { GroupDifference } from "../metrics/groupDifference.js";
export { ClipOverview } from "./results/clipOverview.js";
export { ConfusionDifference, type DifferenceNames } from "./results/confusionDifference.js";
export type { ClipPrediction } from "../contracts/clipPrediction.js";
export { ablate, ablation, onStudyStarted, Ablation } from "./ablation/ablate.js";
export { StudyInProgress } from "./ablation/studyInProgress.js";
export { arm, arms, type Arm, type ArmChanges, type ArmTraining, type ArmDesign } from "./ablation/arm.js";
export { Study, type StudyOptions } from "./ablation/study.js";
export { StudyCard } from "./ablation/card/studyCard.js";
export type { ComputedPoint } from "./ablation/whatIfBundle.js";
export { whatIf, WhatIf, type WhatIfOptions } from "./ablation/whatIf.js";
export type {
  AblationBase,
  AblationOptions,
  StudyPlan,
  PlannedArm,
  StudyTask,
} from "./ablation/studyPlan.js";
export type { ComparedFigure } from "./ablation/comparedFigure.js";
export type {
  AblationSummary,
  SummaryClip,
  ArmSummary,
  ArmRun,
  FigureName,
  Estimate,
  LearningCurve,
  ComparisonToBase,
  Concluded,
  StudyProgress,
} from "./ablation/ablationSummary.js";
export { DataError, type DataPlace } from "../files/dataError.js";
export { describeDataset } from "./sources/datasets/describeDataset.js";
export type { DatasetDescription } from "./clips/datasetDescription.js";
export type { PseudoLabels } from "./sources/pseudoLabels/pseudoLabels.js";
export type { VideoClipOptions, VideosOptions, VideoOptions } from "./sources/video/fromVideos.js";
export type { Imported, ImportOptions } from "./sources/datasets/importVideos.js";
export type { ImportProgress, OnProgress } from "./sources/video/importProgress.js";
export type { DeviceName } from "../engine/contract.js";
export type { BottomUpWeights, GivenBottomUp } from "./ablation/bottomUpWeights.js";
export type { SlurmOptions } from "./ablation/slurm/slurmOptions.js";
export type { PairedDifference } from "./ablation/statistics/pairedDifference.js";
export type { StudyBottomUp } from "./ablation/studyBottomUp.js";
export type { RunState as StudyRunState, Circumstances } from "./ablation/studyState.js";
export type { Verdict } from "./ablation/verdict.js";
export type { AugmentationOptions } from "./batches/augmentation.js";
export type { DivideOptions, SplitBy } from "./clips/clipSplit.js";
export type { ReadingOptions } from "./sources/datasets/clipsOfSource.js";
export type { DatasetSource, FaceRecipe, PathRule } from "./clips/datasetDescription.js";
export type { PathPattern } from "./sources/labels/pathPattern.js";
export type { DatasetTable, DatasetRow } from "./sources/datasets/datasetTable.js";
export type { DescribedOptions, DescribeOptions } from "./sources/datasets/describedClips.js";
export type { FromDatasetOptions } from "./sources/datasets/fromDataset.js";
export type { DatasetPart } from "./sources/datasets/readDataset.js";
export type { FolderOptions } from "./sources/images/fromFolder.js";
export type { ClassFolderOptions } from "./sources/annotations/fromClassFolders.js";
export type { Picture } from "../images/picture.js";
export type { ColumnMap } from "./clips/datasetDescription.js";
export type { VideoLabels } from "./sources/labels/videoLabels.js";
export type { FromListOptions } from "./sources/annotations/fromList.js";
export type { FromTableOptions } from "./sources/annotations/fromTable.js";
export type { FrameOrder, FrameSampling } from "./batches/sampling.js";
export type { StillsOptions } from "./clips/stills.js";
export type { Skew } from "./synthetic/syntheticClip.js";
export type { SyntheticClipsOptions } from "./synthetic/syntheticClips.js";
export type { FrameFormat } from "./sources/video/frameWriter.js";
export type { IntervalOptions, Interval } from "../metrics/rateInterval.js";
export type { CalibrationBin } from "../metrics/calibration.js";
export type { CalibrationFigures, ScaledCalibration } from "../metrics/calibrationFigures.js";
export type { CalibrationTrust } from "../metrics/calibrationInterval.js";
export type { TemperatureFit } from "../metrics/temperature.js";
export type { ClassScores } from "../metrics/confusionMatrix.js";
export type { ClassIntervals, Scores } from "../metrics/scores.js";
export type { SentimentRule } from "../metrics/sentiment.js";
export type { SentimentReading } from "../metrics/sentimentReadings.js";
export type { EvaluatedClips } from "./results/evaluatedClips.js";
export type { ForwardContext, BatchStatistics } from "./model/forwardContext.js";
export type { Parameter, Initialisation } from "./model/parameterList.js";
export type { FoldsSteering } from "./training/folds/foldsSteering.js";
export type { OptimizerOptions } from "./training/optimizer.js";
export type { Schedule } from "./training/schedule.js";
export type { StepGate } from "./training/stepGate.js";
export type { Validation } from "./training/validation.js";
export type { PersonChoice, PersonByVideo } from "../contracts/personChoice.js";
export { VideoPeople } from "./sources/video/videoPeople.js";
export type { SeenPerson } from "./sources/video/seenPerson.js";
export type { PeopleOptions } from "./sources/video/peopleOfVideo.js";
export type { MimeBundle, Displayable } from "../contracts/mimeBundle.js";
export type { ClipRules } from "./clips/datasetDescription.js";
export type { LeftOutClip } from "./clips/leftOutClips.js";
export type { SetNotes } from "./clips/clipSet.js";
export type { GatherOptions } from "./sources/gathering/gatherClips.js";
export type { LabelRules } from "./sources/labels/labelRules.js";
export type { VideoLabelling } from "./sources/labels/videoLabels.js";
export type { Split } from "./sources/datasets/publishedDataset.js";
export type { StillsRules, PictureRules } from "./sources/stills/stillsOptions.js";
export type { StillsFolderOptions } from "./sources/stills/fromFolder.js";
export type { StillsListOptions } from "./sources/stills/fromList.js";
export type { StillsTableOptions } from "./sources/stills/fromTable.js";
export type { Fer2013Options } from "./sources/stills/fromFer2013.js";
export type { Fer2013Part } from "./sources/stills/fer2013Rows.js";
export { faces } from "./faces/index.js";
export type { FoundFace } from "./faces/findFaces.js";
export type { PlacedPicture } from "./faces/pictureScene.js";
export type { ActionUnit, ActionUnitWeights } from "./synthetic/actionUnits.js";
export type { Expression } from "./synthetic/expressions.js";
export type { Affine } from "./faces/cutPicture.js";
export type { FaceOptions } from "./faces/faceOptions.js";
export { DrawnFace, type FacePoints, type PicturePoint } from "./faces/drawnFace.js";
export { PictureSheet, type PictureBox, type SheetLayout, type SheetPicture } from "./faces/pictureSheet.js";
export { check, type CheckOptions } from "./course/check.js";
export { sealChecks } from "./course/seal.js";
export { CheckedExercise, ExerciseError } from "./course/checkedExercise.js";
export type {
  CheckedPart,
  ExerciseCheckPayload,
  FrameLanguage,
} from "../contracts/payloads/exerciseCheck.js";
