// Says what the site weighs: every file, unpacked and with brotli.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Every file of a site with its size and its brotli size, in bytes. */
export function sizes(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => {
      const full = join(file.parentPath, file.name);
      const data = readFileSync(full);
      return { name: full.slice(root.length + 1), bytes: data.length, brotli: Math.min(brotli(data), data.length) };
    })
    .sort((a, b) => b.brotli - a.brotli);
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith("sizes.mjs")) {
  const all = sizes(process.argv[2] ?? "dist");
  const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
  console.log("     raw   brotli  kB");
  for (const { name, bytes, brotli } of all) console.log(`${kB(bytes)} ${kB(brotli)}  ${name}`);
  console.log(`${kB(all.reduce((sum, file) => sum + file.bytes, 0))} ${kB(all.reduce((sum, file) => sum + file.brotli, 0))}  in all`);
}
