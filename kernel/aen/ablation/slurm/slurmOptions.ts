/**
 * What to request from Slurm; everything else is left to Slurm. A study is one job array, its job script a plain
 * sbatch script in the study's folder.
 */
export interface SlurmOptions {
  /** `--partition` */
  readonly partition?: string;
  /** `--account` */
  readonly account?: string;
  /** `--time` of one task: minutes, or Slurm's own notation such as "02:30:00". @default the partition's */
  readonly time?: number | string;
  /** `--mem` of one task, e.g. "8G". @default the partition's */
  readonly memory?: string;
  /** `--cpus-per-task`. @default the partition's */
  readonly cpus?: number;
  /** `--gres=gpu:N` for each task. */
  readonly gpus?: number;
  /** Maximum number of concurrent tasks, `--array=...%N`. @default as many as Slurm allows */
  readonly atOnce?: number;
  /**
   * What one task of the array does: all runs of one seed (and fold), which share a bottom-up branch that is trained
   * once, or a single run. @default "seed" with a frozen bottom-up branch, "run" with one that learns
   */
  readonly task?: "seed" | "run";
  /** Further sbatch options, e.g. ["--constraint=a100", "--nice=100"]. */
  readonly extra?: readonly string[];
  /** Shell lines to run before the task starts, e.g. ["module load cuda/12"]. */
  readonly before?: readonly string[];
}
