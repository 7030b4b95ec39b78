"""Talks to the installed kernel "aen" with the jupyter_client of this Python; prints one JSON object of what it saw."""
import json, sys, time
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session

seen = {}
manager = KernelManager(kernel_name=sys.argv[1])
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=120)

def run(code, timeout=120, **options):
    messages = []
    reply = client.execute_interactive(code, timeout=timeout, output_hook=messages.append, **options)
    return reply["content"], messages

def text(messages):
    return "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream")

def types(messages):
    return [m["msg_type"] for m in messages]

def reply_of(ask, *args, **kwargs):
    mid = ask(*args, **kwargs)
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == mid:
            return reply["content"]

seen["info"] = reply_of(client.kernel_info)
reply, messages = run("const one = 1;\none + 1", user_expressions={"three": "one + 2", "bad": "nothing"})
seen["first"] = {"reply": reply, "types": types(messages)}
reply, messages = run("throw new RangeError('too far')", stop_on_error=False)
seen["error"] = {"reply": reply, "types": types(messages)}
seen["silent"] = types(run("one", silent=True)[1])
begin = time.time()
reply, messages = run("for (let line = 0; line < 100_000; line++) console.log(line)")
seen["lines"] = {"complete": text(messages) == "".join(f"{n}\n" for n in range(100_000)), "seconds": time.time() - begin, "last": types(messages)[-1]}
reply, messages = run("process.stdout.write('x'.repeat(10_000_000)); undefined")
seen["megabytes"] = len(text(messages))
reply, messages = run("const shown = display(0, { id: 'd' }); for (let n = 1; n <= 1000; n++) await shown.update(n);")
seen["updates"] = {"types": types(messages).count("update_display_data"), "last": [m for m in messages if m["msg_type"] == "update_display_data"][-1]["content"]}
seen["clear"] = types(run("display.clear({ wait: true })")[1])
seen["complete"] = reply_of(client.complete, "const s = '\U0001F600'; one.toFi", 23)
seen["inspect"] = reply_of(client.inspect, "one", 1)
seen["is_complete"] = [reply_of(client.is_complete, code)["status"] for code in ["1", "function f() {", "x = ) 1"]]
seen["history"] = reply_of(client.history, hist_access_type="tail", n=2)["history"]
seen["comm_info"] = reply_of(client.comm_info)

def debug():
    message = client.session.msg("debug_request", {"seq": 1, "type": "request", "command": "initialize", "arguments": {}})
    client.control_channel.send(message)
    return client.get_control_msg(timeout=30)["content"]
seen["debug"] = debug()

mid = client.execute("await input('Name? ')", allow_stdin=True)
question = client.get_stdin_msg(timeout=30)
client.input("Ada")
seen["stdin"] = question["content"]
while client.get_shell_msg(timeout=30)["parent_header"]["msg_id"] != mid:
    pass
while True:
    message = client.get_iopub_msg(timeout=30)
    if message["msg_type"] == "execute_result":
        seen["stdin_result"] = message["content"]["data"]["text/plain"]
    if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle" and message["parent_header"]["msg_id"] == mid:
        break

forged = Session(key=b"not the key")
client.shell_channel.socket.send_multipart(forged.serialize(forged.msg("execute_request", {"code": "globalThis.forged = 1", "silent": False})))
client.shell_channel.socket.send_multipart([b"garbage"])
client.shell_channel.socket.send_multipart([b"<IDS|MSG>", b"", b"{", b"", b"", b""])
client.session.send(client.shell_channel.socket, "execute_request", content={"code": 5})
seen["forged"] = run("'forged' in globalThis")[1][-2]["content"].get("data")

stops = {
    "loop": "let reached = 1; for (;;) {}",
    "loop after await": "await null; for (;;) {}",
    "async loop": "for (;;) await new Promise((next) => setTimeout(next, 5))",
    "timer": "setTimeout(() => { for (;;) {} }, 1); await new Promise(() => {})",
    "never": "await new Promise(() => {})",
    "child process": "import { spawn } from 'node:child_process'; const child = spawn('sleep', ['600']); await new Promise((end) => child.on('exit', end))",
    "regular expression": "/^(a+)+$/.test('a'.repeat(40) + 'b')",
    "microtasks": "for (;;) await null",
}
seen["stops"] = {}
for name, code in stops.items():
    mid = client.execute("console.log('begun'); " + code)
    while text([client.get_iopub_msg(timeout=60)]) != "begun\n":
        pass
    begin = time.time()
    manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=20)["content"]
    seen["stops"][name] = [reply.get("ename"), time.time() - begin]
seen["after_stops"] = [m["content"]["data"]["text/plain"] for m in run("[one, reached]")[1] if m["msg_type"] == "execute_result"]
seen["heartbeat"] = client.hb_channel.is_beating()
client.shutdown(restart=False)
seen["shutdown"] = client.get_control_msg(timeout=10)["msg_type"]
deadline = time.time() + 10
while manager.is_alive() and time.time() < deadline:
    time.sleep(0.05)
seen["gone"] = not manager.is_alive()
client.stop_channels()
print(json.dumps(seen, default=str))
