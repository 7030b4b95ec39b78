import type { LabelSet } from "../labels.js";
import type { ArrayValue } from "../../engine/contract.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { Model, type WeightValues } from "../model/model.js";
import { decidesPseudoLabel, parameterList, type Parameter } from "../model/parameterList.js";
import { fixtureConfiguration, fixtureLabels, type Fixture } from "./fixture.js";
import { bitSum, channelsLast, generatedClips, generatedValues } from "./generatedInputs.js";

/** The generated network of a fixture, including its frozen frame model. */
export function fixtureModel(fixture: Fixture, changes: Partial<ModelConfiguration> = {}): Model {
  const configuration = { ...fixtureConfiguration(fixture.config), ...changes };
  return new Model(configuration, fixtureLabels(fixture), 1, fixtureWeights(fixture, configuration));
}

/** The generated weights, those of the frozen frame model under `frozen.`. */
export function fixtureWeights(
  fixture: Pick<Fixture, "seeds" | "emotions" | "groups">,
  configuration: ModelConfiguration,
): Map<string, WeightValues> {
  const { seeds } = fixture;
  const parameters = fixtureParameters(configuration, fixtureLabels(fixture));
  const frozen = parameters.filter(({ name }) => decidesPseudoLabel(name));
  const values = (parameter: Parameter, prefix: string): WeightValues => ({
    shape: parameter.shape,
    data: generatedValues(parameter, prefix),
  });
  return new Map([
    ...parameters.map((parameter) => [parameter.name, values(parameter, seeds.main)] as const),
    ...frozen.map((parameter) => [`frozen.${parameter.name}`, values(parameter, seeds.frozen)] as const),
  ]);
}

/** The generated clips of a fixture, `[batch, frames, size, size, 3]`. */
export function fixtureClips(fixture: Fixture): ArrayValue {
  const configuration = fixtureConfiguration(fixture.config);
  const { size, frames } = configuration;
  const planes = generatedClips(fixture.seeds.clips, fixture.batch, configuration);
  const data = channelsLast(planes, 3, size * size);
  return { data, shape: [fixture.batch, frames, size, size, 3], dtype: "float32" };
}

/** The checksums of {@link Fixture.checksums}. */
export function fixtureChecksums(fixture: Fixture): { main: number; clips: number } {
  const configuration = fixtureConfiguration(fixture.config);
  const sums = fixtureParameters(configuration, fixtureLabels(fixture)).map((parameter) =>
    bitSum(generatedValues(parameter, fixture.seeds.main)),
  );
  const clips = generatedClips(fixture.seeds.clips, fixture.batch, configuration);
  return { main: sums.reduce((total, sum) => (total + sum) >>> 0, 0), clips: bitSum(clips) };
}

function fixtureParameters(configuration: ModelConfiguration, labels: LabelSet): Parameter[] {
  return parameterList(configuration, labels.emotions.length, labels.groups.length);
}
