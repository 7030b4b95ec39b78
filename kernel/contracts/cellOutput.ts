/** The content of a cell's output message, in nbformat's shape (Jupyter messaging 5.4). */
export type CellOutput =
  StreamOutput | DisplayOutput | UpdateDisplayOutput | ClearOutput | ExecuteResultOutput | ErrorOutput;

export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
}

/** Representations of one value by MIME type. */
export type MimeData = Record<string, unknown>;

export interface DisplayOutput {
  output_type: "display_data";
  data: MimeData;
  metadata: Record<string, unknown>;
  transient?: { display_id?: string };
}

export interface UpdateDisplayOutput {
  output_type: "update_display_data";
  data: MimeData;
  metadata: Record<string, unknown>;
  transient: { display_id: string };
}

export interface ClearOutput {
  output_type: "clear_output";
  /** Whether to keep the current output until the next one arrives. */
  wait: boolean;
}

export interface ExecuteResultOutput {
  output_type: "execute_result";
  execution_count: number;
  data: MimeData;
  metadata: Record<string, unknown>;
}

export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}
