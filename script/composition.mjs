// What the wasm is made of: bytes of code by the module it was written in. The build notes it (script/split.mjs), and
// script/budgets.mjs says with it what grew since the budgets were set.
import { CODE, CUSTOM, imports, reader, sections } from "./wasm.mjs";

/** Where the build leaves it, beside the site of the same checkout. */
export const COMPOSITION = "target/composition.json";
/** What it was when the budgets were set. */
export const BASELINE = "script/composition.json";

/** Bytes by module of a wasm that still has its names; what is no code by its section. */
export function composition(wasm) {
  const [names, imported, all] = [namesOf(wasm), imports(wasm).filter(({ what }) => what === 0).length, sections(wasm)];
  const sizes = {};
  const add = (group, bytes) => { sizes[group] = (sizes[group] ?? 0) + bytes; };
  const bodies = reader(wasm, all.find(({ kind }) => kind === CODE).content);
  const count = bodies.number();
  for (let at = 0; at < count; at++) {
    const size = bodies.number();
    bodies.skip(size);
    add(moduleOf(names.get(imported + at) ?? ""), size);
  }
  // The names go at the end of the build, and the code was counted.
  for (const { kind, from, to } of all) if (kind !== CODE && kind !== CUSTOM) add(kind === 11 ? "(data)" : "(tables)", to - from);
  return sizes;
}

/** The module in which a function was written; for generic code, that for which it was compiled. */
export function moduleOf(name) {
  const path = demangled(name).replace(/::h[0-9a-f]+\b/g, "");
  const ours = path.match(/\bmentorbook((?:::\w+)+)/)?.[1].split("::").slice(1);
  if (ours) {
    const type = ours.findIndex((part) => !/^[a-z_]/.test(part));
    // Modules stand before a type, or before the name of a function.
    const modules = ours.slice(0, type < 0 ? -1 : type).slice(0, 3);
    return ["mentorbook", ...modules].join("::");
  }
  return path.match(/\b([a-z_]\w*)(?:\[[0-9a-f]+\])?::/)?.[1] ?? "(nameless)";
}

/** Names that wasm-bindgen gave an ending have kept their old form. */
function demangled(name) {
  if (!name.startsWith("_ZN")) return name;
  const parts = [];
  let rest = name.slice(3);
  for (let size; (size = rest.match(/^\d+/)?.[0]); rest = rest.slice(size.length + Number(size))) parts.push(rest.slice(size.length, size.length + Number(size)));
  return parts.join("::").replaceAll("..", "::").replace(/\$[A-Za-z0-9]+\$/g, " ").replace(/(^|::)_ +/g, "$1");
}

function namesOf(wasm) {
  const names = new Map();
  for (const { content, to } of sections(wasm).filter(({ kind }) => kind === CUSTOM)) {
    const read = reader(wasm, content);
    if (read.name() !== "name") continue;
    while (read.at() < to) {
      const kind = wasm[read.at()];
      read.skip(1);
      const size = read.number();
      if (kind !== 1) { read.skip(size); continue; }
      for (let left = read.number(); left > 0; left--) names.set(read.number(), read.name());
    }
  }
  return names;
}

/** What is larger now, the most first: `[module, bytes more, bytes now]`. */
export function grown(before, now) {
  const all = Object.entries(now).map(([group, bytes]) => [group, bytes - (before[group] ?? 0), bytes]);
  return all.filter(([, more]) => more > 0).sort((a, b) => b[1] - a[1]);
}
