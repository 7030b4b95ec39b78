import * as vscode from "vscode";
import type { ClipRow, ClipsDetails } from "../../kernel/contracts/variableDetails.js";
import { escaped, picture } from "./pageParts.js";

/** A table of clips that is sorted by its headings and filtered by words, label, person and problem. */
export function clipsTable({ count, clips, leftOut }: ClipsDetails, nonce: string): string {
  const more =
    clips.length < count
      ? vscode.l10n.t("The first {0} of {1} clips.", clips.length, count)
      : vscode.l10n.t("{0} clips", count);
  const headings = [
    vscode.l10n.t("clip"),
    vscode.l10n.t("label"),
    vscode.l10n.t("person"),
    vscode.l10n.t("frames"),
    vscode.l10n.t("problem"),
  ].map((name) => `<th scope="col" aria-sort="none"><button type="button">${escaped(name)}</button></th>`);
  return `<p>${escaped(more)}</p>
<div class="controls">
<label>${escaped(vscode.l10n.t("Filter"))} <input id="words" type="search"></label>
${choice(
  "label",
  vscode.l10n.t("all labels"),
  clips.map(({ label }) => label),
)}
${choice(
  "person",
  vscode.l10n.t("all people"),
  clips.map(({ person }) => person),
)}
<label><input id="problem" type="checkbox"> ${escaped(vscode.l10n.t("with a problem"))}</label>
<span role="status" id="shown" data-words="${escaped(vscode.l10n.t("{0} shown", "#"))}"></span>
</div>
<div class="scroll" tabindex="0">
<table><thead><tr><th scope="col">${escaped(vscode.l10n.t("picture"))}</th>${headings.join("")}</tr></thead>
<tbody>${clips.map(row).join("")}</tbody></table></div>
${leftOutList(leftOut)}
<script nonce="${nonce}">${script}</script>`;
}

function row({ id, label, person, frames, problem, picture: source }: ClipRow): string {
  const words = [id, label, person].map((text) => `<td class="words">${escaped(text)}</td>`).join("");
  return `<tr data-label="${escaped(label)}" data-person="${escaped(person)}"><td>${picture(source, id, 40)}</td>${words}<td>${frames}</td><td class="words">${escaped(problem)}</td></tr>`;
}

function choice(id: string, all: string, values: readonly string[]): string {
  const distinct = [...new Set(values)].filter((value) => value !== "").sort();
  if (distinct.length < 2) return "";
  const options = distinct.map((value) => `<option>${escaped(value)}</option>`).join("");
  return `<select id="${id}" aria-label="${escaped(id)}"><option value="">${escaped(all)}</option>${options}</select>`;
}

function leftOutList(leftOut: ClipsDetails["leftOut"]): string {
  if (leftOut.length === 0) return "";
  const items = leftOut.map(({ id, reason }) => `<li>${escaped(id)}: ${escaped(reason)}</li>`);
  return `<h2>${escaped(vscode.l10n.t("Left out"))}</h2><ul>${items.join("")}</ul>`;
}

/** Runs in the page: sorts and hides the rows that are there. */
const script = `
const body = document.querySelector("tbody");
const rows = [...body.rows];
const field = (id) => document.getElementById(id);
const status = field("shown");
function filter() {
  const words = field("words").value.toLowerCase();
  const [label, person] = ["label", "person"].map((id) => field(id)?.value ?? "");
  for (const row of rows)
    row.hidden = !(row.textContent.toLowerCase().includes(words) && (!label || row.dataset.label === label)
      && (!person || row.dataset.person === person) && (!field("problem").checked || row.lastElementChild.textContent !== ""));
  status.textContent = status.dataset.words.replace("#", rows.filter((row) => !row.hidden).length);
}
for (const control of document.querySelectorAll("input, select")) control.addEventListener("input", filter);
for (const heading of document.querySelectorAll("th[aria-sort]")) heading.querySelector("button").addEventListener("click", () => {
  const up = heading.getAttribute("aria-sort") !== "ascending";
  for (const other of document.querySelectorAll("th[aria-sort]")) other.setAttribute("aria-sort", "none");
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  const text = (row) => row.cells[heading.cellIndex].textContent;
  rows.sort((a, b) => text(a).localeCompare(text(b), undefined, { numeric: true }) * (up ? 1 : -1));
  body.append(...rows);
});
filter();`;
