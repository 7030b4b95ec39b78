/** The Euclidean distance of two face descriptors; faces of one person are less than about 0.6 apart. */
export function descriptorDistance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0));
}
