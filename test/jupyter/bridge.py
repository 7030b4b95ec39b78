"""Runs a kernel under Debian's jupyter_client and passes messages on: JSON lines in, JSON lines out."""
import base64, json, os, subprocess, sys
import zmq
from jupyter_client.manager import KernelManager

manager = KernelManager(kernel_name=sys.argv[1])
# Its own standard output: Node would make the one that messages go to non-blocking, which cuts them.
manager.start_kernel(stdout=subprocess.DEVNULL)
session = manager.session
identity = session.bsession
sockets = {
    "iopub": manager.connect_iopub(),
    "shell": manager.connect_shell(identity=identity),
    "control": manager.connect_control(identity=identity),
    "stdin": manager.connect_stdin(identity=identity),
}

def tell(channel, message):
    parts = {part: message[part] for part in ("header", "parent_header", "metadata", "content")}
    buffers = [base64.b64encode(bytes(each)).decode() for each in message["buffers"]]
    print(json.dumps({"channel": channel, "buffers": buffers, **parts}, default=str), flush=True)

def hear(line):
    asked = json.loads(line)
    if asked.get("interrupt"):
        return manager.interrupt_kernel()
    if "raw" in asked:
        return sockets[asked["channel"]].send_multipart([base64.b64decode(each) for each in asked["raw"]])
    message = session.msg(asked["header"]["msg_type"], asked["content"], parent=asked["parent_header"] or None)
    message["header"]["msg_id"] = message["msg_id"] = asked["header"]["msg_id"]
    session.send(sockets[asked["channel"]], message, buffers=[base64.b64decode(each) for each in asked["buffers"]])

# A subscription takes a moment; what is said before it is heard is lost to every Jupyter client.
for attempt in range(600):
    session.send(sockets["shell"], session.msg("kernel_info_request", {}))
    if sockets["iopub"].poll(200):
        break
poller = zmq.Poller()
for socket in sockets.values():
    poller.register(socket, zmq.POLLIN)
poller.register(0, zmq.POLLIN)
rest = b""
done = False
while not done and manager.is_alive():
    ready = dict(poller.poll(500))
    for channel, socket in sockets.items():
        while socket.poll(0):
            try:
                tell(channel, session.recv(socket)[1])
            except ValueError as error:
                print(f"ignored: {error}", file=sys.stderr, flush=True)
    if 0 in ready:
        read = os.read(0, 1 << 20)
        done = read == b""
        *lines, rest = (rest + read).split(b"\n")
        for line in lines:
            hear(line)
if manager.is_alive():
    manager.shutdown_kernel(now=True)
