// An order of the functions of a wasm that compresses well: each stands beside the one most like it. It is written
// into the names, by which `wasm-opt --reorder-functions-by-name` then sorts.

/** Bytes that are looked at together, and how many of their least hashes stand for a function (MinHash, Broder 1997). */
const PIECE = 3;
const HASHES = 96;

/** The same wasm, its functions named in that order. */
export function namedByLikeness(wasm) {
  const { bodies, imported, names } = read(wasm);
  const place = chain(bodies);
  const subsection = [1, ...sized([...uleb(bodies.length), ...bodies.flatMap((_, at) => [...uleb(imported + at), ...sized(text(String(place[at]).padStart(7, "0")))])])];
  const section = Buffer.from([0, ...sized([...sized(text("name")), ...subsection])]);
  return Buffer.concat([wasm.subarray(0, names.from), section, wasm.subarray(names.to)]);
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

// --- The binary format, as far as it is needed --------------------------------------------------------

function read(wasm) {
  let at = 8;
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  };
  const skip = { 0: number, 1: () => { at += 1; limits(); }, 2: () => limits(), 3: () => { at += 2; }, 4: () => { at += 1; number(); } };
  const limits = () => { if (wasm[at++] & 1) number(); number(); };
  const found = { bodies: [], imported: 0, names: { from: wasm.length, to: wasm.length } };
  while (at < wasm.length) {
    const from = at;
    const kind = wasm[at++];
    const length = number();
    const end = at + length;
    if (kind === 2) {
      for (let count = number(); count > 0; count -= 1) {
        for (let name = 0; name < 2; name += 1) {
          const size = number();
          at += size;
        }
        const what = wasm[at++];
        found.imported += what === 0;
        skip[what]();
      }
    } else if (kind === 10) {
      for (let count = number(); count > 0; count -= 1) {
        const size = number();
        found.bodies.push(wasm.subarray(at, at + size));
        at += size;
      }
    } else if (kind === 0) {
      const size = number();
      if (wasm.toString("latin1", at, at + size) === "name") found.names = { from, to: end };
    }
    at = end;
  }
  return found;
}

const text = (words) => [...Buffer.from(words)];
const sized = (bytes) => [...uleb(bytes.length), ...bytes];

function uleb(value) {
  const bytes = [];
  do {
    const more = value > 127;
    bytes.push((value & 127) | (more ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}
