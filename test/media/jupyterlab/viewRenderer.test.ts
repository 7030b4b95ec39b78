import assert from "node:assert/strict";
import type * as viewRenderer from "../../../media/jupyterlab/viewRenderer.js";
import { timelineOutput } from "../examplePayloads.js";
import { modulePage } from "../modulePage.js";

describe("an output of ours in JupyterLab", () => {
  const inPage = modulePage().loading<typeof viewRenderer>("jupyterlab/viewRenderer");
  const { mimeType, payload } = timelineOutput();

  it("is drawn from its data, drawn again in its place when they change, and gone with its widget", async () => {
    const seen = await inPage(
      async ({ viewRenderers, host, place }, [type, given]) => {
        class Widget {
          readonly node = place();
          isDisposed = false;
          setHidden() {}
          dispose() {
            this.isDisposed = true;
            this.node.remove();
          }
        }
        const widget = viewRenderers(Widget, host)(type);
        const title = () =>
          widget.node.firstElementChild?.shadowRoot?.querySelector("h2")?.textContent?.trim();
        const data = (name: string) => ({ data: { [type]: { ...(given as object), title: name } } });
        await Promise.all([widget.renderModel(data("first")), widget.renderModel(data("second"))]);
        const [drawn, own] = [title(), widget.node.firstElementChild];
        await widget.renderModel(data("third"));
        const again = [title(), widget.node.firstElementChild === own];
        widget.dispose();
        widget.dispose();
        await Promise.resolve();
        return [drawn, ...again, widget.node.childElementCount, widget.node.className];
      },
      [mimeType, payload] as const,
    );
    assert.deepEqual(seen, ["second", "third", true, 0, "aen-view"]);
  });

  it("that is a plot ends before its newer data are drawn, and says why where it cannot be drawn", async () => {
    const seen = await inPage(async ({ plotRenderers, place }) => {
      class Widget {
        readonly node = place();
        isDisposed = false;
        setHidden() {}
        dispose() {
          this.isDisposed = true;
        }
      }
      const calls: string[] = [];
      const draw = async (element: HTMLElement, spec: unknown) => {
        if (spec === "bad") throw new Error("it is bad");
        element.textContent = String(spec);
        calls.push(`draw ${String(spec)}`);
        return () => void calls.push(`end ${String(spec)}`);
      };
      const widget = plotRenderers(Widget, draw)("plot");
      for (const spec of ["a", "b", "bad"]) await widget.renderModel({ data: { plot: spec } });
      const words = widget.node.textContent;
      await widget.renderModel({ data: { plot: "c" } });
      widget.dispose();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return { words, calls };
    });
    assert.equal(seen.words, "This figure cannot be drawn: it is bad");
    assert.deepEqual(seen.calls, ["draw a", "end a", "draw b", "end b", "draw c", "end c"]);
  });
});
