import { drawIdentity, shapeAxes, type Identity } from "../../../../kernel/aen/synthetic/identity.js";

/** A person whose face has the mean shape, without anything that not everybody has. */
export function plainPerson(change: Partial<Identity> = {}): Identity {
  return {
    ...drawIdentity("plain", 0),
    ...{ skin: [200, 150, 120], lips: [170, 60, 60], hair: [40, 30, 25], hairStyle: "short" },
    ...{ beard: 0, glasses: false, age: 0, freckles: 0, brows: 0.5 },
    shape: shapeWith({}),
    ...change,
  };
}

/** The mean shape but for some axes. */
export function shapeWith(change: Partial<Identity["shape"]>): Identity["shape"] {
  const mean = Object.fromEntries(shapeAxes.map((axis) => [axis, 0])) as Identity["shape"];
  return { ...mean, ...change };
}
