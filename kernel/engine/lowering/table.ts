import { arrangingLowerings } from "./shapes.js";
import { binaryLowerings } from "./binary.js";
import { convolutionLowerings } from "./convolution.js";
import { imagingLowerings } from "./imaging.js";
import { indexingLowerings } from "./indexing.js";
import type { Lowerings } from "./lowering.js";
import { poolingLowerings } from "./pooling.js";
import { productLowerings } from "./products.js";
import { reductionLowerings } from "./reductions.js";
import { unaryLowerings } from "./unary.js";

/** The lowerings by family, as shown in the table of supported kernels. */
export const families: Readonly<Record<string, Lowerings>> = {
  "One tensor, element by element": unaryLowerings,
  "Two tensors, element by element": binaryLowerings,
  "Reductions and accumulations": reductionLowerings,
  "Matrix products": productLowerings,
  Convolutions: convolutionLowerings,
  Pooling: poolingLowerings,
  "Images, normalisation, bits": imagingLowerings,
  "Moving, repeating and making elements": arrangingLowerings,
  "Reading and writing at indices": indexingLowerings,
};

/** All lowerings by tfjs kernel name. */
export const lowerings: Lowerings = Object.assign({}, ...Object.values(families)) as Lowerings;
