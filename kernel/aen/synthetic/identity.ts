import { Random } from "../../random/random.js";

/** 0..255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

export type HairStyle = "short" | "long" | "bald" | "bun" | "curly" | "fringe";

/** What makes one person look different from all others. */
export interface Identity {
  readonly name: string;
  readonly woman: boolean;
  readonly skin: Colour;
  /** The skin is one of the four darker tones of eight. */
  readonly darkSkin: boolean;
  readonly lips: Colour;
  readonly hair: Colour;
  readonly iris: Colour;
  readonly clothes: Colour;
  readonly hairStyle: HairStyle;
  /** 0 fine to 1 bushy. */
  readonly brows: number;
  /** 0 none, below 0.5 stubble, 1 full. */
  readonly beard: number;
  readonly glasses: boolean;
  /** 0 smooth to 1 deep lines. */
  readonly age: number;
  readonly freckles: number;
  /** Face shape parameters: each about -1..1, 0 is the mean. */
  readonly shape: Readonly<Record<ShapeAxis, number>>;
}

export const shapeAxes = [
  "faceWidth",
  "faceLength",
  "jawWidth",
  "chinLength",
  "cheeks",
  "noseWidth",
  "noseLength",
  "noseHeight",
  "eyeSize",
  "browHeight",
  "browTilt",
  "mouthWidth",
  "lipThickness",
] as const;
export type ShapeAxis = (typeof shapeAxes)[number];

const skins: readonly Colour[] = [
  [244, 210, 188],
  [235, 192, 164],
  [224, 176, 142],
  [205, 152, 116],
  [180, 124, 88],
  [146, 96, 66],
  [122, 80, 56],
  [100, 66, 50],
];
const darkHairs: readonly Colour[] = [
  [32, 26, 24],
  [48, 34, 28],
  [66, 44, 32],
];
const youngHairs: readonly Colour[] = [
  ...darkHairs,
  [96, 64, 42],
  [142, 100, 62],
  [196, 158, 104],
  [150, 74, 40],
];
const greyHair: Colour = [150, 146, 142];
const irises: readonly Colour[] = [
  [66, 44, 30],
  [92, 62, 38],
  [70, 86, 48],
  [58, 98, 136],
  [84, 108, 120],
];
const clothes: readonly Colour[] = [
  [58, 74, 102],
  [120, 52, 52],
  [66, 96, 78],
  [196, 190, 178],
  [70, 66, 72],
  [168, 132, 82],
  [118, 92, 132],
];

/**
 * Person number `index` of a cast; the same seed gives the same cast.
 * @param darkSkin the share of people with dark skin, 0..1; by default all tones come equally often
 */
export function drawIdentity(seed: number | string, index: number, darkSkin?: number): Identity {
  const random = new Random(seed, "identity", index);
  const fairTone = (index * 3 + random.integer(3)) % skins.length;
  const tone =
    darkSkin === undefined ? fairTone : skewedTone(fairTone, darkSkin, new Random(seed, "tone", index));
  const skin = vary(skins[tone], random, 8);
  const woman = index % 2 === 0;
  const old = random.unit() ** 2;
  const greys = old > 0.8;
  return {
    name: `person ${String(index + 1).padStart(2, "0")}`,
    woman,
    skin,
    darkSkin: isDark(tone),
    lips: mixLips(skin, woman && random.chance(0.5)),
    hair: vary(greys ? greyHair : random.pick(isDark(tone) ? darkHairs : youngHairs), random, 6),
    iris: random.pick(isDark(tone) ? irises.slice(0, 2) : irises),
    clothes: random.pick(clothes),
    hairStyle: random.pick<HairStyle>(
      woman ? ["long", "long", "bun", "curly", "fringe"] : ["short", "short", "short", "bald", "curly"],
    ),
    brows: woman ? random.between(0, 0.5) : random.between(0.4, 1),
    beard: woman || random.chance(0.55) ? 0 : random.between(0.25, 1),
    glasses: random.chance(0.2),
    age: old,
    freckles: tone < 3 && random.chance(0.25) ? random.unit() : 0,
    shape: Object.fromEntries(
      shapeAxes.map((axis) => [axis, Math.max(-1.6, Math.min(1.6, random.normal() * 0.6))]),
    ) as Record<ShapeAxis, number>,
  };
}

function isDark(tone: number): boolean {
  return tone >= skins.length / 2;
}

/** The tone at the same place of the dark or the light half of the scale. */
function skewedTone(tone: number, darkSkin: number, random: Random): number {
  const half = skins.length / 2;
  return (tone % half) + (random.chance(darkSkin) ? half : 0);
}

function mixLips([red, green, blue]: Colour, painted: boolean): Colour {
  const towards = painted ? [176, 48, 62] : [172, 86, 84];
  const share = painted ? 0.65 : 0.42;
  return [
    red * (1 - share) + towards[0] * share,
    green * (1 - share) + towards[1] * share,
    blue * (1 - share) + towards[2] * share,
  ];
}

function vary([red, green, blue]: Colour, random: Random, by: number): Colour {
  const all = random.normal() * by;
  return [
    red + all + random.normal() * 2,
    green + all + random.normal() * 2,
    blue + all + random.normal() * 2,
  ];
}
