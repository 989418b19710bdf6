// Writes docs/third-party.md: every crate that is built into the app, its licence, its copyright lines, and
// the text of each licence once. With --check it only says whether the file is up to date.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const OUT = "docs/third-party.md";
const run = (...words) => execFileSync("cargo", [...words, "--locked"], { encoding: "utf8", maxBuffer: 1 << 28 });
const tree = run("tree", "--target", "wasm32-unknown-unknown", "-e", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}");
const builtIn = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
// Its tables are packed into the app by build.rs.
const packed = "unicode-normalization";
const all = JSON.parse(run("metadata", "--format-version", "1")).packages;
const crates = all
  .filter(({ name, version, source }) => source && (name === packed || builtIn.has(`${name} v${version}`)))
  .sort((a, b) => a.name.localeCompare(b.name, "en") || a.version.localeCompare(b.version, "en"));

// Where one may choose, the first of these is chosen.
const CHOICE = ["MIT", "Apache-2.0", "BSD-3-Clause", "BSL-1.0", "Zlib", "Unicode-3.0", "CC0-1.0"];
const offered = (licence) => licence.split(/\s+OR\s+|\//).map((it) => it.replace(/[()]/g, "").trim());
function chosen({ name, license }) {
  const parts = license.split(/\s+AND\s+/).map((part) => CHOICE.find((it) => offered(part).includes(it)));
  if (parts.includes(undefined)) throw new Error(`${name} has the licence ${license}, of which none is known here.`);
  return parts;
}

const files = ({ manifest_path }) => {
  const folder = dirname(manifest_path);
  return readdirSync(folder).filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name)).map((name) => ({ name, text: textOf(join(folder, name)) }));
};
function textOf(path) {
  try { return readFileSync(path, "utf8"); } catch { return ""; /* a folder of licences */ }
}
const copyrights = (crate) => {
  const lines = files(crate).flatMap(({ text }) => text.split("\n")).map((line) => line.trim())
    .filter((line) => /^copyright (\(c\)|©|\d|the)/i.test(line));
  return [...new Set(lines)];
};

// The text of a licence is taken from the first crate that ships it alone; the copyright lines stand with the crates.
const marks = { MIT: /Permission is hereby granted, free of charge/, "Apache-2.0": /Apache License\s+Version 2\.0/, "BSD-3-Clause": /Neither the name/, "BSL-1.0": /Boost Software License/, Zlib: /This software is provided 'as-is'/, "Unicode-3.0": /UNICODE LICENSE V3/, "CC0-1.0": /CC0 1.0 Universal|Creative Commons Legal Code/ };
function textFor(licence) {
  const found = crates.flatMap(files).map(({ text }) => text).filter((text) => marks[licence].test(text));
  const text = found.sort((a, b) => a.length - b.length)[0];
  if (!text) throw new Error(`No crate ships the text of ${licence}.`);
  return text.split("\n").filter((line) => !/^\s*copyright (\(c\)|©|\d)/i.test(line)).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

const used = [...new Set(crates.flatMap(chosen))].sort();
const written = [
  "# Third-party notices",
  "",
  `What is built into the app besides its own code: ${crates.length} crates. Where a crate offers several licences, one is chosen. Made by \`node script/notices.mjs\`.`,
  "",
  "| crate | version | licence | copyright |",
  "|---|---|---|---|",
  ...crates.map((crate) => `| ${crate.repository ? `[${crate.name}](${crate.repository})` : crate.name} | ${crate.version} | ${chosen(crate).join(" and ")} | ${copyrights(crate).join("; ").replaceAll("|", "\\|").replace(/</g, "&lt;") || crate.authors.join(", ").replace(/ <[^>]*>/g, "")} |`),
  ...used.flatMap((licence) => ["", `## ${licence}`, "", "```text", textFor(licence), "```"]),
  "",
].join("\n");

if (process.argv.includes("--check")) {
  const now = textOf(OUT);
  if (now !== written) {
    console.error(`${OUT} is not up to date: node script/notices.mjs writes it.`);
    process.exit(1);
  }
} else {
  writeFileSync(OUT, written);
}
