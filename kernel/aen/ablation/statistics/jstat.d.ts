declare module "jstat" {
  interface JStat {
    studentt: { cdf(x: number, degrees: number): number; inv(p: number, degrees: number): number };
    normal: {
      cdf(x: number, mean: number, deviation: number): number;
      inv(p: number, mean: number, deviation: number): number;
    };
    binomial: { cdf(successes: number, trials: number, probability: number): number };
  }
  const jstat: { jStat: JStat };
  export default jstat;
}
