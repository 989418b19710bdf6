// What wasm-bindgen writes, without what nothing here uses, and with short names between the script and the wasm:
// a hundred and fifty names of forty letters are five kilobytes of the first visit.
import { EXPORTS, IMPORTS, imports, reader, replaced, sections, sized, text, uleb } from "./wasm.mjs";

/** The streams of `wasm-streams`, which Leptos brings for servers: exported, so that no linker lets go of them. */
const UNUSED = /underlying(bytesource|sink|source)/i;

/** The script and the wasm of wasm-bindgen, smaller. */
export function lean(glue, wasm) {
  const { glue: named, wasm: renamed } = shortNames(withoutStreams(glue), wasm);
  if (UNUSED.test(named)) throw new Error("the script of wasm-bindgen names its streams in a way that is not known here");
  return { glue: named, wasm: withoutExports(renamed) };
}

function withoutStreams(glue) {
  return glue
    .replaceAll(/export class (IntoUnderlying\w+) \{\n[\s\S]*?\n\}\nif \(Symbol\.dispose\) \1\.prototype.*\n/g, "")
    .replaceAll(/const IntoUnderlying\w+Finalization = [\s\S]*?;\n/g, "");
}

function withoutExports(wasm) {
  const section = sections(wasm).find(({ kind }) => kind === EXPORTS);
  const read = reader(wasm, section.content);
  const all = Array.from({ length: read.number() }, () => {
    const from = read.at();
    const name = read.name();
    read.skip(1);
    read.number();
    return { name, bytes: wasm.subarray(from, read.at()) };
  });
  const kept = all.filter(({ name }) => !UNUSED.test(name));
  return replaced(wasm, section, EXPORTS, Buffer.concat([Buffer.from(uleb(kept.length)), ...kept.map(({ bytes }) => bytes)]));
}

function shortNames(glue, wasm) {
  let count = 0;
  const all = imports(wasm).map((it) => {
    if (!it.module.endsWith("_bg.js")) return it;
    const short = `i${(count++).toString(36)}`;
    const pieces = glue.split(`\n        ${it.name}: function(`);
    if (pieces.length !== 2) throw new Error(`the script of wasm-bindgen should give ${it.name} once`);
    glue = pieces.join(`\n        ${short}: function(`);
    return { ...it, name: short };
  });
  const bytes = all.map(({ module, name, described }) => Buffer.concat([Buffer.from([...sized(text(module)), ...sized(text(name))]), described]));
  const section = sections(wasm).find(({ kind }) => kind === IMPORTS);
  return { glue, wasm: replaced(wasm, section, IMPORTS, Buffer.concat([Buffer.from(uleb(all.length)), ...bytes])) };
}
