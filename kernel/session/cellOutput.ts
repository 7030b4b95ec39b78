/** What a cell puts out, in the words of the Jupyter messaging protocol 5.4 and nbformat 4.5. */
export type CellOutput =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string }
  | {
      output_type: "display_data";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      transient?: { display_id?: string };
    }
  | {
      output_type: "update_display_data";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      transient: { display_id: string };
    }
  | { output_type: "clear_output"; wait: boolean }
  | {
      output_type: "execute_result";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      execution_count: number;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };
