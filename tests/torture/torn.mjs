// Whether a kill tore a record of the browser's own log of its databases.
//
// Chromium keeps IndexedDB in LevelDB, which drops an incomplete record at the end of its log on the next start, and
// then writes on behind it. The start after that takes the log for corrupt, and Chromium deletes the databases of the
// site: https://github.com/google/leveldb/issues/1287, and docs/decisions.md, 3.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A log is cut into blocks, and a record into a piece for each block it reaches into. */
const BLOCK = 32768;
/** Four bytes of checksum, two of length, one that says which piece of a record it is. */
const HEAD = 7;
const [FIRST, MIDDLE] = [2, 3];

/** Whether the log ends within a record. */
function ends_within_a_record(log) {
  let [at, open] = [0, false];
  while (at < log.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEAD) {
      // No head has room here; the rest of the block is filled up.
      at += left;
      continue;
    }
    if (at + HEAD > log.length) return true;
    open = [FIRST, MIDDLE].includes(log[at + 6]);
    at += HEAD + log.readUInt16LE(at + 4);
  }
  return at > log.length || open;
}

/** Logs of the databases of all sites in this profile. */
export function logs(profile) {
  const databases = join(profile, "Default", "IndexedDB");
  const files = readdirSync(databases, { recursive: true }).filter((name) => /(\.log|MANIFEST-\d+)$/.test(name));
  return files.map((name) => join(databases, name));
}

/** Whether one of the logs in this profile, which no browser has open, ends within a record. */
export const torn = (profile) => logs(profile).some((log) => ends_within_a_record(readFileSync(log)));
