import { actionUnitNumbers } from "../synthetic/actionUnits.js";
import { cutPicture } from "./cutPicture.js";
import { drawFace } from "./drawFace.js";
import { findFaces } from "./findFaces.js";
import { pictureScene } from "./pictureScene.js";
import { PictureSheet, type SheetLayout, type SheetPicture } from "./pictureSheet.js";

/** Single faces: drawn, found, aligned, and shown side by side. */
export const faces = {
  draw: drawFace,
  /** The units that a drawn face can move, with their numbers in the Facial Action Coding System. */
  units: actionUnitNumbers,
  find: findFaces,
  cut: cutPicture,
  scene: pictureScene,
  /** Shows pictures in rows, with captions, boxes and dots. */
  sheet: (pictures: readonly SheetPicture[], layout?: SheetLayout) => new PictureSheet(pictures, layout),
} as const;
