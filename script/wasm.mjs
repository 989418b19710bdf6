// The binary format of WebAssembly, as far as the build needs it. https://webassembly.github.io/spec/core/binary/

export const IMPORTS = 2;
export const EXPORTS = 7;
export const CODE = 10;
export const CUSTOM = 0;

/** The sections of a wasm in their order: what kind, from where to where they are, and where their content begins. */
export function sections(wasm) {
  const found = [];
  for (let from = 8; from < wasm.length;) {
    const read = reader(wasm, from + 1);
    const length = read.number();
    found.push({ kind: wasm[from], from, content: read.at(), to: read.at() + length });
    from = read.at() + length;
  }
  return found;
}

/** Reads numbers, names and limits one after the other. */
export function reader(wasm, from) {
  let at = from;
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  };
  const skip = (bytes) => { at += bytes; };
  const name = () => {
    const size = number();
    skip(size);
    return wasm.toString("utf8", at - size, at);
  };
  const limits = () => { if (wasm[at++] & 1) number(); number(); };
  return { at: () => at, number, skip, name, limits };
}

/** The imports in their order: of which module, of what name, and the bytes that say what it is. */
export function imports(wasm) {
  const section = sections(wasm).find(({ kind }) => kind === IMPORTS);
  const read = reader(wasm, section.content);
  const described = [read.number, () => { read.skip(1); read.limits(); }, read.limits, () => read.skip(2), () => { read.skip(1); read.number(); }];
  return Array.from({ length: read.number() }, () => {
    const [module, name, from] = [read.name(), read.name(), read.at()];
    const what = wasm[from];
    read.skip(1);
    described[what]();
    return { module, name, what, described: wasm.subarray(from, read.at()) };
  });
}

/** The same wasm with other content in a section. */
export function replaced(wasm, { from, to }, kind, content) {
  return Buffer.concat([wasm.subarray(0, from), Buffer.from([kind, ...uleb(content.length)]), content, wasm.subarray(to)]);
}

export const text = (words) => [...Buffer.from(words)];
export const sized = (bytes) => [...uleb(bytes.length), ...bytes];

export function uleb(value) {
  const bytes = [];
  do {
    const more = value > 127;
    bytes.push((value & 127) | (more ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}
