import { html, nothing, type TemplateResult } from "lit-html";
import type { PageAction, PagePart, RecordPage, TablePart } from "../../kernel/contracts/recordPage.js";

/** The page but for its notes and views, for which it leaves elements with the class "view". */
export function pageTemplate(
  page: RecordPage,
  notes: TemplateResult | typeof nothing,
  act: (action: string) => void,
): TemplateResult {
  const { title, subtitle, actions, sections } = page;
  return html`<header>
      <h1>${title}</h1>
      <p class="quiet">${subtitle}</p>
      ${actions.length === 0 ? nothing : html`<p class="actions">${actions.map((action) => button(action, act))}</p>`}
    </header>
    ${notes}
    ${sections.map(
      ({ heading, parts }) =>
        html`<section>
          <h2>${heading}</h2>
          ${parts.map((part) => partTemplate(part, act))}
        </section>`,
    )}`;
}

function button({ id, label }: PageAction, act: (action: string) => void): TemplateResult {
  return html`<button type="button" @click=${() => act(id)}>${label}</button>`;
}

function partTemplate(part: PagePart, act: (action: string) => void): TemplateResult {
  if (part.part === "table") return tableTemplate(part);
  if (part.part === "code") return html`<pre tabindex="0"><code>${part.text}</code></pre>`;
  if (part.part === "view") return html`<div class="view"></div>`;
  return html`<p>${part.text} ${part.action ? button(part.action, act) : nothing}</p>`;
}

function tableTemplate({ columns, rows, summary }: TablePart): TemplateResult {
  const table = html`<div class="scroll">
    <table>
      ${
        columns.length === 0
          ? nothing
          : html`<thead>
              <tr>
                ${columns.map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>`
      }
      <tbody>
        ${rows.map(
          ([name, ...values]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${values.map((value) => html`<td>${value}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
  return summary === undefined
    ? table
    : html`<details>
        <summary>${summary}</summary>
        ${table}
      </details>`;
}
