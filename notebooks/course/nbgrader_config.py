# nbgrader's settings for lessons in TypeScript. The kernel must be known to Jupyter: aen jupyter install
c = get_config()  # noqa: F821

# nbgrader has no stub for TypeScript; this is the one that `aen course release` writes.
c.ClearSolutions.code_stub = {"typescript": "// Your code here"}
c.ClearSolutions.text_stub = "Your answer here"

# The marks stand in comments, such as // BEGIN SOLUTION.
c.ClearSolutions.begin_solution_delimeter = "BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "END SOLUTION"
c.ClearHiddenTests.begin_test_delimeter = "BEGIN HIDDEN TESTS"
c.ClearHiddenTests.end_test_delimeter = "END HIDDEN TESTS"

# As `aen course grade` does: seconds for each cell; a cell that runs longer is interrupted, and the rest goes on.
c.ExecutePreprocessor.timeout = 60
c.Execute.timeout = 60
c.ExecutePreprocessor.interrupt_on_timeout = True

# The comment that nbgrader writes above a cell that it adds back begins with #, which is no TypeScript.
c.OverwriteCells.add_missing_cells = False
