// The table of what was measured, on the screen and in docs/performance.md.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const rows = [];
const DOCUMENT = "docs/performance.md";

/**
 * A row: what, how much here, how much beside it, and the ratio of the two. With `most`, whether `value` holds the
 * target, or by how much of `unit` it falls short.
 */
export function say({ what, ours = "", beside = "", ratio, target = "", value, most, unit }) {
  const digits = unit === "×" ? 2 : 0;
  const verdict = most === undefined ? "" : value <= most ? "holds" : `**${(value - most).toFixed(digits)} ${unit} too much**`;
  const row = [what, ours, beside, ratio === undefined ? "" : `${ratio.toFixed(2)}×`, target, verdict];
  rows.push(row);
  console.log(row.filter(Boolean).join(" | "));
}

/** On what it was measured. */
function where() {
  const chromium = execFileSync(process.env.CHROMIUM ?? "/usr/bin/chromium", ["--version"], { encoding: "utf8" }).trim();
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${chromium.replace(/ built on.*/, "")}`;
}

/** Writes the table between its marks. */
export function write(runs) {
  const text = readFileSync(DOCUMENT, "utf8");
  const table = [
    `*Measured ${where()}; medians of ${runs}, loopback, brotli.*`, "",
    "| what | here | beside it | ratio | target | |", "|---|---|---|---|---|---|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
  const marks = /(<!-- bench -->\n)[\s\S]*?(\n<!-- \/bench -->)/;
  if (!marks.test(text)) throw new Error(`${DOCUMENT} has no place for the table.`);
  writeFileSync(DOCUMENT, text.replace(marks, (_, begin, end) => begin + table + end));
}
