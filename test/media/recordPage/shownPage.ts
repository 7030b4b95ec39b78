import type * as module from "../../../media/recordPage/recordPageView.js";
import type { PageUpdate, RecordPage } from "../../../kernel/contracts/recordPage.js";
import { modulePage, type ModulePage } from "../modulePage.js";
import type { screenshotThemes } from "../referencePictures.js";

/** VS Code's colours of its three themes, as far as the page uses them. */
const colors: Readonly<Record<(typeof screenshotThemes)[number], Readonly<Record<string, string>>>> = {
  light: {
    ...{ "editor-background": "#ffffff", "editor-foreground": "#3b3b3b", foreground: "#3b3b3b" },
    ...{
      descriptionForeground: "#3b3b3b",
      "button-secondaryBackground": "#e5e5e5",
      "button-secondaryForeground": "#3b3b3b",
    },
    ...{ "input-background": "#ffffff", "input-foreground": "#3b3b3b", focusBorder: "#005fb8" },
  },
  dark: {
    ...{ "editor-background": "#1f1f1f", "editor-foreground": "#cccccc", foreground: "#cccccc" },
    ...{
      descriptionForeground: "#9d9d9d",
      "button-secondaryBackground": "#313131",
      "button-secondaryForeground": "#cccccc",
    },
    ...{ "input-background": "#313131", "input-foreground": "#cccccc", focusBorder: "#0078d4" },
  },
  "high contrast": {
    ...{ "editor-background": "#000000", "editor-foreground": "#ffffff", foreground: "#ffffff" },
    ...{
      descriptionForeground: "#ffffff",
      "button-secondaryBackground": "#000000",
      "button-secondaryForeground": "#ffffff",
    },
    ...{
      "input-background": "#000000",
      "input-foreground": "#ffffff",
      contrastBorder: "#6fc3df",
      focusBorder: "#f38518",
    },
  },
};

/** A page of a record in the browser. */
export interface ShownPage extends Pick<ModulePage, "page" | "noted" | "loading"> {
  show(page: RecordPage, theme?: keyof typeof colors): Promise<void>;
  /** Sends to the page that was shown last. */
  send(update: PageUpdate): Promise<void>;
  /** Waits until so many pictures are drawn. */
  drawn(count: number): Promise<void>;
}

type Global = { view: InstanceType<typeof module.RecordPageView> };

export function shownPage(): ShownPage {
  const opened = modulePage();
  const inPage = opened.loading<typeof module>("recordPage/recordPageView");
  return {
    get page() {
      return opened.page;
    },
    noted: opened.noted,
    loading: opened.loading,
    show: (page, theme = "light") =>
      inPage(
        ({ RecordPageView, host, note, place }, given) => {
          // the page of modules wears the style of views, which these pages do not have
          document.head.querySelector("style")?.remove();
          for (const [name, color] of Object.entries(given.colors))
            document.documentElement.style.setProperty(`--vscode-${name}`, color);
          document.documentElement.style.background = "var(--vscode-editor-background)";
          document.body.className = given.theme === "high contrast" ? "vscode-high-contrast" : "";
          const view = new RecordPageView(place(), note, host);
          (globalThis as unknown as Global).view = view;
          view.receive({ type: "page", page: given.page });
        },
        { page, theme, colors: colors[theme] },
      ),
    send: (update) => inPage((_, given) => (globalThis as unknown as Global).view.receive(given), update),
    drawn: async (count) => {
      await opened.page.waitForFunction((wanted) => {
        const roots = [...document.querySelectorAll("div.view, div.view *")].map(
          (each) => each.shadowRoot ?? each,
        );
        const svgs = new Set(roots.flatMap((root) => [...root.querySelectorAll("svg")]));
        return svgs.size >= wanted && !roots.some((root) => root.querySelector("[aria-busy]"));
      }, count);
    },
  };
}
