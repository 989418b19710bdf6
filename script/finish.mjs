// The last step of every build, called by trunk: from its output to the site that is served.
// Cuts the wasm in two, joins the style sheets, names every file by its content, tells boot.js and sw.js what there is.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minified } from "./minify.mjs";
import { split } from "./split.mjs";
import { workers } from "./workers.mjs";

const dir = process.env.TRUNK_STAGING_DIR;
if (!dir) throw new Error("TRUNK_STAGING_DIR is not set: this script is called by trunk.");

const path = (name) => join(dir, name);
const read = (name) => readFileSync(path(name), "utf8");
const hashOf = (data) => createHash("sha256").update(data).digest("hex").slice(0, 16);
let page = read("index.html");
const replaceOnce = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`“${from}” is not where it should be.`);
  return text.replace(from, () => to);
};

// One style sheet in the order of the page, so that a first visit asks once.
const links = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"[^>]*>\s*/g)];
const styles = minified(links.map(([, href]) => read(href.replace(/^\.?\//, ""))).join("\n"), "css");
const style = `style-${hashOf(styles)}.css`;
writeFileSync(path(style), styles);
for (const [tag, href] of links) {
  page = page.replace(tag, "");
  rmSync(path(href.replace(/^\.?\//, "")));
}
page = replaceOnce(page, "</head>", `  <link rel="stylesheet" href="${style}">\n</head>`);

// The app's own files, cut in two; boot.js loads the first, so trunk's inline loader goes.
const profile = process.env.TRUNK_PROFILE === "debug" ? "debug" : "release";
const { script, wasm, link, later } = split({ dir, profile, hashOf });
const filled = (name, values) => {
  const text = Object.entries(values).reduce((text, [from, to]) => replaceOnce(text, from, to), read(name));
  writeFileSync(path(name), text);
};
filled("begin.js", { __APP_WASM__: `./${wasm}`, __APP_LATER__: `./${later}`, __APP_BYTES__: String(readFileSync(path(wasm)).length) });
filled("boot.js", { __APP_SCRIPT__: `./${script}`, '{ "__WORKERS__": "" }': JSON.stringify(workers({ dir, profile, hashOf })) });
if (/<script[^>]*>[^<]*\S[^<]*<\/script>/.test(page)) throw new Error("There is an inline script in the page; the policy forbids it.");
page = page.replace(/\s*<link rel="(?:modulepreload|preload)"[^>]*>/g, "");

for (const name of ["begin.js", "rescue.js"]) writeFileSync(path(name), minified(read(name)));

// Named by content, so that a host may let browsers keep them for ever.
for (const stem of ["begin", "boot", "rescue"]) {
  const name = `${stem}.js`;
  const named = `${stem}-${hashOf(read(name))}.js`;
  renameSync(path(name), path(named));
  page = replaceOnce(page, `src="${name}"`, `src="${named}"`);
}
// What the first two scripts ask for is asked for beside them.
page = replaceOnce(page, "<script src=\"begin", `<link rel="preload" href="${wasm}" as="fetch" type="application/wasm" crossorigin>\n  <link rel="modulepreload" href="${script}">\n  <link rel="modulepreload" href="${link}">\n  <script src="begin`);
writeFileSync(path("index.html"), page);

// The service worker holds everything the app asks for, and its version is the content of all of it. The schema is for
// other programs, and what is large and rarely asked for is held once it was (`LATER` in sw.js).
const files = readdirSync(dir, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath, file.name).slice(dir.length + 1).replaceAll("\\", "/"))
  .filter((name) => name !== "sw.js" && name !== "index.html" && !name.startsWith("schema/"))
  .sort();
const version = hashOf(["index.html", ...files].map((name) => name + hashOf(readFileSync(path(name)))).join("\n"));
let worker = read("sw.js");
worker = replaceOnce(worker, "__VERSION__", version);
worker = replaceOnce(worker, '["__FILES__"]', JSON.stringify(["./", ...files.filter((name) => !/^strength-/.test(name))]));
writeFileSync(path("sw.js"), worker);
