"""Measures one Jupyter kernel with Debian's jupyter_client; prints one JSON object."""
import json, statistics, sys, time
from jupyter_client.manager import KernelManager

kernel = sys.argv[1]
begin = time.time()
manager = KernelManager(kernel_name=kernel)
manager.start_kernel()
client = manager.client()
client.start_channels()
client.kernel_info()
client.get_shell_msg(timeout=120)
ready = time.time() - begin
# A subscription takes a moment; what is published before it is there is lost to every client.
while True:
    client.kernel_info()
    try:
        client.get_iopub_msg(timeout=0.2)
        break
    except Exception:
        pass

def run(code, timeout=120):
    begin = time.time()
    mid = client.execute(code)
    while client.get_shell_msg(timeout=timeout)["parent_header"].get("msg_id") != mid:
        pass
    return time.time() - begin, mid

def idle(mid, timeout=120):
    while True:
        message = client.get_iopub_msg(timeout=timeout)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle" and message["parent_header"].get("msg_id") == mid:
            return

first, mid = run("1 + 1")
idle(mid)
cells = []
for number in range(50):
    seconds, mid = run(f"1 + {number}")
    cells.append(seconds)
def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
pid = manager.provisioner.pid if hasattr(manager, "provisioner") else manager.kernel.pid
memory = resident(pid)
# Small cells, many of them, as in a long session; for one kernel, once: it takes minutes.
def small(n):
    return (f"const x{n % 50} = {n}; x{n % 50} + 1", f"let total = {n}; console.log(total)", f"function f{n % 20}(a: number) {{ return a + {n} }}\nf{n % 20}(2)", f"[{n}, 2].map((v) => v * 2)", f"for (let i = 0; i < 9; i++) console.log(i)")[n % 5]
level = []
if len(sys.argv) > 2:
    for number in range(int(sys.argv[2])):
        seconds, mid = run(small(number))
        idle(mid)
        if (number + 1) % 1000 == 0:
            level.append(resident(pid))
    manager.shutdown_kernel(now=True)
    print(json.dumps({"level": level}))
    raise SystemExit
# Completion after what a notebook has declared, the preloaded modules included.
complete = 0
if kernel != "tslab":
    seconds, mid = run("import numpy as np; clips = [1, 2]" if kernel == "python3" else "const clips = [1, 2]; const model = aen.model('tiny')")
    idle(mid)
    asked = []
    for number in range(50):
        code = ("np.lin", "np.", "clips.")[number % 3] if kernel == "python3" else ("aen.clips.", "model.", "clips.")[number % 3]
        begin = time.time()
        mid = client.complete(code)
        while True:
            reply = client.get_shell_msg(timeout=60)
            if reply["parent_header"].get("msg_id") == mid:
                break
        asked.append(time.time() - begin)
        if not reply["content"]["matches"]:
            raise SystemExit(f"{kernel}: no completion of {code}")
    complete = statistics.median(asked)
lines = 0
if kernel != "tslab":
    begin = time.time()
    seconds, mid = run("for i in range(100000): print(i)" if kernel == "python3" else "for (let i = 0; i < 100_000; i++) console.log(i)")
    idle(mid)
    lines = time.time() - begin
manager.shutdown_kernel(now=True)
print(json.dumps({"ready": ready, "first": first, "cell": statistics.median(cells), "complete": complete, "lines": lines, "resident": memory}))
