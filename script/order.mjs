// An order of the functions of a wasm that compresses well: each stands beside the one most like it. It is written
// into the names, by which `wasm-opt --reorder-functions-by-name` then sorts.
import { CODE, CUSTOM, imports, reader, replaced, sections, sized, text, uleb } from "./wasm.mjs";

/** Bytes that are looked at together, and how many of their least hashes stand for a function (MinHash, Broder 1997). */
const PIECE = 3;
const HASHES = 96;

/** The same wasm, its functions named in that order. */
export function namedByLikeness(wasm) {
  const { bodies, imported, names } = read(wasm);
  const place = chain(bodies);
  const subsection = [1, ...sized([...uleb(bodies.length), ...bodies.flatMap((_, at) => [...uleb(imported + at), ...sized(text(String(place[at]).padStart(7, "0")))])])];
  return replaced(wasm, names, CUSTOM, Buffer.from([...sized(text("name")), ...subsection]));
}

/** The place of each function: from one to the most like it of those that are left; of equals to the nearest in length. */
function chain(bodies) {
  const signatures = bodies.map(signature);
  const place = new Array(bodies.length);
  const left = bodies.map((_, at) => at).sort((a, b) => bodies[a].length - bodies[b].length || Buffer.compare(bodies[a], bodies[b]));
  let now = left.pop();
  for (let number = 0; now !== undefined; number += 1) {
    place[now] = number;
    let [best, alike, apart] = [-1, -1, Infinity];
    for (let at = 0; at < left.length; at += 1) {
      const [same, away] = [likeness(signatures[now], signatures[left[at]]), Math.abs(bodies[left[at]].length - bodies[now].length)];
      if (same > alike || (same === alike && away < apart)) [best, alike, apart] = [at, same, away];
    }
    now = best < 0 ? undefined : left.splice(best, 1)[0];
  }
  return place;
}

function signature(body) {
  const least = new Int32Array(HASHES).fill(0x7fffffff);
  for (let at = 0; at + PIECE <= Math.max(body.length, PIECE); at += 1) {
    let piece = 0;
    for (let by = 0; by < PIECE; by += 1) piece = (Math.imul(piece, 31) + (body[at + by] ?? 0)) | 0;
    for (let by = 0; by < HASHES; by += 1) {
      let hash = Math.imul(piece ^ Math.imul(by + 1, 0x9e3779b9), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> 1;
      if (hash < least[by]) least[by] = hash;
    }
  }
  return least;
}

function likeness(one, other) {
  let same = 0;
  for (let at = 0; at < HASHES; at += 1) same += one[at] === other[at];
  return same;
}

/** The bodies of the functions, how many functions are imported before them, and where the names stand or would. */
function read(wasm) {
  const all = sections(wasm);
  const code = all.find(({ kind }) => kind === CODE);
  const bodies = reader(wasm, code.content);
  const names = all.find(({ kind, content }) => kind === CUSTOM && reader(wasm, content).name() === "name");
  return {
    bodies: Array.from({ length: bodies.number() }, () => {
      const size = bodies.number();
      bodies.skip(size);
      return wasm.subarray(bodies.at() - size, bodies.at());
    }),
    imported: imports(wasm).filter(({ what }) => what === 0).length,
    names: names ?? { from: wasm.length, to: wasm.length },
  };
}
