import { Random } from "../../random/random.js";
import { actionUnitFields, type ActionUnit, type ActionUnitWeights } from "./actionUnits.js";
import { baseFace } from "./faceMesh.js";
import { shapeFace } from "./faceShape.js";
import { paintFace } from "./faceTexture.js";
import { buildParts } from "./headParts.js";
import { coveringHand } from "./hand.js";
import type { Part } from "./part.js";
import { drawIdentity, type Identity } from "./identity.js";
import type { Texture } from "./rasterise.js";

/** One person's head, ready to be posed; in centimetres. */
export interface HeadModel {
  readonly identity: Identity;
  /** The skin at rest, `[fine vertices, 3]`. */
  readonly skin: Float32Array;
  readonly skinTexture: Texture;
  readonly parts: readonly Part[];
  /** Drawn only when it covers the mouth. */
  readonly hand: readonly Part[];
}

const heads = new Map<string, HeadModel>();

/** The head of person number `index`, see `drawIdentity`; the most recent ones are cached. */
export function headOf(seed: number | string, index: number, darkSkin?: number): HeadModel {
  const key = JSON.stringify([seed, index, darkSkin]);
  const known = heads.get(key);
  if (known) return known;
  if (heads.size >= 64) heads.delete(heads.keys().next().value!);
  const head = buildHead(drawIdentity(seed, index, darkSkin), new Random(seed, "head", index));
  heads.set(key, head);
  return head;
}

function buildHead(identity: Identity, random: Random): HeadModel {
  const face = baseFace();
  const shaped = shapeFace(face, identity);
  return {
    identity,
    skin: face.fine.refine(shaped, 3),
    skinTexture: paintFace(face, identity, random),
    parts: buildParts(shaped, face.mirror, identity, random),
    hand: coveringHand(identity, random),
  };
}

let fineFields: Record<string, Float32Array> | undefined;

/** The skin of a head with the given action units, `[fine vertices, 3]`. */
export function poseSkin(head: HeadModel, weights: ActionUnitWeights): Float32Array {
  fineFields ??= Object.fromEntries(
    Object.entries(actionUnitFields()).map(([unit, field]) => [unit, baseFace().fine.refine(field, 3)]),
  );
  const skin = head.skin.slice();
  for (const unit of Object.keys(weights) as ActionUnit[]) {
    const [field, weight] = [fineFields[unit], weights[unit]!];
    if (weight !== 0) for (let i = 0; i < skin.length; i++) skin[i] += weight * field[i];
  }
  return skin;
}
