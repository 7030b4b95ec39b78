import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { until } from "../../../../until.js";

/** Why Slurm cannot be started here; null when it can. */
export function whyNoSlurm(): string | null {
  if (process.getuid?.() !== 0) return "Slurm is started for the test by root alone";
  for (const program of ["slurmctld", "slurmd", "sbatch", "scontrol"]) {
    try {
      execFileSync("which", [program], { stdio: "ignore" });
    } catch {
      return `${program} is not installed (Debian: slurmctld, slurmd, slurm-client)`;
    }
  }
  return null;
}

/** Slurm with one node, this machine, everything of it in a temporary folder. */
export class SlurmCluster {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "aen-slurm-"));
  readonly #daemons: ChildProcess[] = [];

  async start(): Promise<void> {
    for (const name of ["state", "spool"]) mkdirSync(path.join(this.folder, name));
    const configuration = path.join(this.folder, "slurm.conf");
    writeFileSync(configuration, settings(this.folder, await freePort(), await freePort()));
    process.env["SLURM_CONF"] = configuration;
    this.#daemon("slurmctld", "-D", "-f", configuration);
    this.#daemon("slurmd", "-D", "-N", "localhost", "-f", configuration);
    await until("Slurm has started", () => this.#isIdle());
  }

  async stop(): Promise<void> {
    delete process.env["SLURM_CONF"];
    for (const daemon of this.#daemons.reverse()) {
      if (daemon.exitCode !== null) continue;
      const late = setTimeout(() => daemon.kill("SIGKILL"), 5000);
      daemon.kill("SIGTERM");
      await once(daemon, "exit");
      clearTimeout(late);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a command of Slurm's prints. */
  ask(command: string, ...args: string[]): string {
    return execFileSync(command, args, { encoding: "utf8", timeout: 20_000 });
  }

  #daemon(program: string, ...args: string[]): void {
    this.#daemons.push(spawn(program, args, { stdio: "ignore" }));
  }

  #isIdle(): boolean {
    try {
      return this.ask("sinfo", "--noheader", "--format=%T").trim() === "idle";
    } catch {
      return false;
    }
  }
}

function settings(folder: string, controllerPort: number, nodePort: number): string {
  return `ClusterName=aen
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmdSpoolDir=${folder}/spool
StateSaveLocation=${folder}/state
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
SchedulerParameters=sched_min_interval=0,batch_sched_delay=0
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
