import type { Exercise } from "../exercise.js";
import { estimateExercise } from "../estimateExercise.js";

interface Simulated {
  /** True difference, standard deviation of a seed's difference, number of seeds. */
  readonly study: readonly [effect: number, spread: number, seeds: number];
  readonly power: number;
  /** With 1.96 in place of Student's t; without the root of the number of seeds; with a variance for the spread. */
  readonly mistaken: Readonly<Record<"normal" | "noRoot" | "variance", number>>;
}

/** Powers of Student's t, from the noncentral t distribution of scipy 1.17. */
export const simulated: readonly Simulated[] = [
  {
    study: [1, 0.8, 5],
    power: 0.562172,
    mistaken: { normal: 0.787074, noRoot: 0.09039, variance: 0.743478 },
  },
  {
    study: [1.5, 2, 8],
    power: 0.448553,
    mistaken: { normal: 0.582883, noRoot: 0.010866, variance: 0.151398 },
  },
  {
    study: [0, 1.5, 6],
    power: 0.05,
    mistaken: { normal: 0.107288, noRoot: 0.001486, variance: 0.05 },
  },
];

type Given = [effect: number, spread: number, seeds: number, studies: number];

const studies = 400;

function of(...[effect, spread, seeds]: Given): Simulated {
  return simulated.find(({ study }) => study[0] === effect && study[1] === spread && study[2] === seeds)!;
}

/** Power by simulation: how often a study with this many seeds finds a difference of this size. */
export const powerExercise: Exercise = estimateExercise<Given>({
  ...{ id: "7.8", name: "Power", points: { seed: 1, estimate: 2 } },
  cases: simulated.map(({ study }): Given => [...study, studies]),
  draws: (_effect, _spread, _seeds, drawn) => drawn,
  exact: (...given) => of(...given).power,
  mistakes: [
    {
      hint: "You compare t with 1.96. How large must it be with as few seeds as these?",
      exact: (...given) => of(...given).mistaken.normal,
    },
    {
      hint: "Your t does not grow with the number of seeds: by what do you divide the mean?",
      exact: (...given) => of(...given).mistaken.noRoot,
    },
    {
      hint: "Your differences spread too much or too little: `spread` is a standard deviation. What do you do with it?",
      exact: (...given) => of(...given).mistaken.variance,
    },
    {
      hint: "This is the share of studies that find nothing. Power is the other one.",
      exact: (...given) => 1 - of(...given).power,
    },
    {
      hint: "You find as much as where there is no difference: where does `effect` come in?",
      exact: () => 0.05,
    },
  ],
  hint: "For each study: as many differences as there are seeds, effect plus spread times a normal number; their t; and whether its size is above the table's value.",
});
