// Cuts the app's wasm into what the first screen needs and what comes later, and gives each part its glue and
// its name. Trunk has no place between cargo and wasm-bindgen, so this takes what cargo built and puts its own
// parts where Trunk had put the whole.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { COMPOSITION, composition } from "./composition.mjs";
import { lean } from "./bindings.mjs";
import { minified } from "./minify.mjs";
import { namedByLikeness } from "./order.mjs";

const OPTIMISE = ["-Oz", "--flatten", "--rereloop", "-Oz"];
// What every browser of the README understands.
export const FEATURES = [
  "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-nontrapping-float-to-int", "--enable-sign-ext",
  "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue",
];

const run = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });

/** Whether functions keep their names, for a profile: `KEEP_NAMES=1 script/build`. */
const KEEP_NAMES = Boolean(process.env.KEEP_NAMES);

/** The later part is taken from where boot.js has begun to compile it, once. */
function sharingWhatBootAsked(link) {
  const pattern = /const src = (fetch\(new URL\("\.\/split_later\.wasm", import\.meta\.url\)\));\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);/;
  if (!pattern.test(link)) throw new Error("the loader of wasm-split-cli is not as it is known here");
  return link.replace(pattern, (_, fetching) => `const early = window.mentorbookLater;
    window.mentorbookLater = undefined;
    return async (imports) => {
      const compiled = await early;
      return compiled ? WebAssembly.instantiate(compiled, imports) : WebAssembly.instantiateStreaming(${fetching}, imports);
    };`);
}

/** Replaces the whole in `dir` by its parts and gives the names of the script and of the first wasm. */
export function split({ dir, profile, hashOf }) {
  const work = mkdtempSync(join(tmpdir(), "mentorbook-split-"));
  try {
    const whole = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", profile, "mentorbook.wasm");
    const [raw, bound] = [join(work, "raw"), join(work, "bound")];
    run("wasm-split-cli", whole, raw, "--target", "web", "--out-name", "mentorbook");
    run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "mentorbook", "--out-dir", bound, join(raw, "mentorbook.wasm"));
    const first = join(bound, "mentorbook_bg.wasm");
    const smaller = lean(readFileSync(join(bound, "mentorbook.js"), "utf8"), readFileSync(first));
    writeFileSync(first, smaller.wasm);
    // An optimised part is a file of its own; while one edits, none is.
    const made = {};
    const finished = (from, name) => {
      const to = join(work, name);
      if (profile !== "release") return readFileSync(from);
      run("wasm-opt", "-g", ...OPTIMISE, ...FEATURES, from, "-o", to);
      made[name === "first.wasm" ? "first screen" : "later"] = composition(readFileSync(to));
      if (KEEP_NAMES) return readFileSync(to);
      writeFileSync(to, namedByLikeness(readFileSync(to)));
      run("wasm-opt", "--reorder-functions-by-name", ...FEATURES, to, "-o", to);
      return readFileSync(to);
    };
    for (const name of readdirSync(dir)) if (/^mentorbook-[0-9a-f]+(_bg\.wasm|\.js)$/.test(name)) rmSync(join(dir, name));

    let link = minified(sharingWhatBootAsked(readFileSync(join(raw, "__wasm_split.js"), "utf8")));
    let later;
    for (const name of readdirSync(raw).filter((it) => /^(split|chunk)_.*\.wasm$/.test(it))) {
      const asked = `"./${name}"`;
      if (!link.includes(asked)) continue;
      const part = finished(join(raw, name), name);
      const named = `${name.replace(/^split_/, "").replace(".wasm", "")}-${hashOf(part)}.wasm`;
      writeFileSync(join(dir, named), part);
      if (name === "split_later.wasm") later = named;
      link = link.replaceAll(asked, `"./${named}"`);
    }
    // The two scripts name each other, so they share a hash. Inside the wasm the name of the second stays as it is.
    let glue = minified(smaller.glue);
    const both = hashOf(glue + link);
    const [script, linkName] = [`mentorbook-${both}.js`, `later-${both}.js`];
    const wasmData = finished(first, "first.wasm");
    const wasm = `mentorbook-${hashOf(wasmData)}_bg.wasm`;
    glue = glue.replaceAll(/from\s*(["'])\.\/__wasm_split\.js\1/g, `from "./${linkName}"`).replaceAll("mentorbook_bg.wasm", wasm);
    writeFileSync(join(dir, script), glue);
    writeFileSync(join(dir, linkName), link.replaceAll("./mentorbook.js", `./${script}`));
    writeFileSync(join(dir, wasm), wasmData);
    mkdirSync(dirname(COMPOSITION), { recursive: true });
    writeFileSync(COMPOSITION, JSON.stringify(made));
    return { script, wasm, link: linkName, later };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
