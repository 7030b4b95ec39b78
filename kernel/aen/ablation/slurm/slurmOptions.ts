/**
 * What Slurm is asked for; everything else is Slurm's own affair. A study is one job array, its job script a plain
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
  /** The most tasks at the same time, `--array=...%N`. @default as many as Slurm lets run */
  readonly atOnce?: number;
  /**
   * What one task of the array does: all runs of one seed (and fold), which share a bottom-up branch that is trained
   * once, or a single run. @default "seed" with a frozen backbone, "run" with a trained one
   */
  readonly task?: "seed" | "run";
  /** Further options of sbatch, e.g. ["--constraint=a100", "--nice=100"]. */
  readonly extra?: readonly string[];
  /** Lines of shell before the task starts, e.g. ["module load cuda/12"]. */
  readonly before?: readonly string[];
}
