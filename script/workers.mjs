// The programs that run in workers (src/workers): each gets its glue and its name, where Trunk had put its own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { minified } from "./minify.mjs";
import { FEATURES } from "./split.mjs";

const NAMES = ["sealing", "strength"];

/** Whether a file of the site belongs to a worker. */
export const isOfWorker = (file) => NAMES.some((name) => file.startsWith(`${name}-`));

const run = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });

/** Puts the workers into `dir` and gives the name of the script of each. */
export function workers({ dir, profile, hashOf }) {
  const work = mkdtempSync(join(tmpdir(), "mentorbook-workers-"));
  try {
    const scripts = NAMES.map((name) => {
      for (const file of readdirSync(dir)) if (new RegExp(`^${name}(-[0-9a-f]+)?(_bg\\.wasm|\\.js)$`).test(file)) rmSync(join(dir, file));
      run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-name", name, "--out-dir", work,
        join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", profile, `${name}.wasm`));
      const bound = join(work, `${name}_bg.wasm`);
      // For speed and not for size: what they do is slow on purpose, and what is slow besides is lost.
      if (profile === "release") run("wasm-opt", "-O3", ...FEATURES, bound, "-o", bound);
      const data = readFileSync(bound);
      const wasm = `${name}-${hashOf(data)}_bg.wasm`;
      writeFileSync(join(dir, wasm), data);
      // What goes wrong while it starts is told to the page, which hears of errors and not of promises.
      const glue = minified(`${readFileSync(join(work, `${name}.js`), "utf8")}
        __wbg_init().catch((error) => setTimeout(() => { throw error; }));`).replaceAll(`${name}_bg.wasm`, wasm);
      const script = `${name}-${hashOf(glue)}.js`;
      writeFileSync(join(dir, script), glue);
      return [name, `./${script}`];
    });
    return Object.fromEntries(scripts);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
