"""Jupyter's own tests of kernels (jupyter_kernel_test), filled in for the kernel "aen"."""
import contextlib, json, sys, unittest

import jupyter_kernel_test as suite

patience = 120


@contextlib.contextmanager
def patient(channel):
    """The suite waits 0.1 s for the next message, which a busy machine may need longer for."""
    get = channel.get_msg
    channel.get_msg = lambda timeout=None: get(timeout=patience)
    try:
        yield
    finally:
        channel.get_msg = get


class AenKernelTests(suite.KernelTests):
    kernel_name = "aen"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    completion_samples = [
        {"text": "Math.atan", "matches": {"atan", "atan2", "atanh"}},
        {"text": "const word: string = 'a'; word.toUpper", "matches": {"toUpperCase"}},
        {"text": "zzz_no_such_name"},
    ]
    complete_code_samples = ["1", "console.log('hello, world')", "function f(x: number) {\n  return x * 2;\n}", "type A = { b: string }"]
    incomplete_code_samples = ["console.log('hello", "function f(x: number) {", "const a = [1,", "`template", "/* comment"]
    invalid_code_samples = ["import = 7", "x = ) 1", "const 1a = 2"]
    code_generate_error = "throw new RangeError('too far')"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "'a' + 'b'", "result": "'ab'"},
        {"code": "({ a: [1, 2] })", "result": "{ a: [ 1, 2 ] }"},
        {"code": "1 + 3", "result": "4"},
        {"code": "1 + 4", "result": "5"},
        {"code": "await Promise.resolve(new Map([['k', 1]]))", "result": "Map(1) { 'k' => 1 }"},
    ]
    code_display_data = [
        {"code": "display.html('<b>bold</b>')", "mime": "text/html"},
        {"code": "display.markdown('**bold**')", "mime": "text/markdown"},
        {"code": "display.json({ a: 1 })", "mime": "application/json"},
    ]
    code_history_pattern = "1*2"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "display.clear()"

    def execute_helper(self, code, timeout=patience, **options):
        with patient(self.kc.iopub_channel):
            return super().execute_helper(code, timeout=timeout, **options)

    def test_interrupt(self):
        """An addition of ours: a loop stops, and the kernel keeps what it has."""
        self.flush_channels()
        self.kc.execute("let reached = 1; console.log('begun'); for (;;) {}")
        while self.kc.get_iopub_msg(timeout=patience)["msg_type"] != "stream":
            pass
        self.km.interrupt_kernel()
        self.assertEqual(self.kc.get_shell_msg(timeout=patience)["content"]["ename"], "Interrupted")
        self.flush_channels()
        _, output = self.execute_helper("reached + 1")
        self.assertEqual(output[0]["content"]["data"]["text/plain"], "2")


if __name__ == "__main__":
    suite.TIMEOUT = patience
    tests = unittest.defaultTestLoader.loadTestsFromTestCase(AenKernelTests)
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=2).run(tests)
    failed = [str(test) for test, _ in result.failures + result.errors]
    skipped = {str(test).split(" ")[0]: reason for test, reason in result.skipped}
    print(json.dumps({"ran": result.testsRun, "failed": failed, "skipped": skipped}))
