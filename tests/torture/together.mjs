// Five entries that belong together, as a backup file brings them: each number makes five of its own.
import { fileOf } from "../journeys/support.mjs";

const MADE = "1767261600000";

/** The numbers of those whose mentorship stands in a notebook in short. */
export const standing = (notebook) => [...notebook.keys()].filter((name) => name.startsWith("mentorship-")).map((name) => Number(name.slice("mentorship-".length, -1)));

/** The five with this number. */
export function together(number) {
  const id = (kind, which = 1) => `${kind}-${String(number * 10 + which).padStart(16, "0")}`;
  const [person, mentorship, first, second] = [id("person"), id("mentorship"), id("meeting", 1), id("meeting", 2)];
  const entries = [
    { kind: "person", id: person, name: `Amara ${number}`, role: "Head of Data" },
    { kind: "mentorship", id: mentorship, person, side: "guided", since: "2026-01-05" },
    { kind: "meeting", id: first, mentorship, title: `First tea ${number}`, on: "2026-01-12", state: "held", shared_notes: "Every second Monday" },
    { kind: "meeting", id: second, mentorship, title: `Second tea ${number}`, on: "2026-01-26", state: "held" },
    { kind: "action", id: id("action"), title: `Send the outline ${number}`, owner: "me", mentorship, meeting: first, promised: "2026-01-12" },
  ];
  const traced = entries.map((entry, at) => ({ ...entry, trace: { made: `${MADE}-${at}-00000a` } }));
  const backup = { format: "mentorbook-backup", version: 1, saved: "2026-02-01T18:30:00Z", app: "0.1.0", entries: traced };
  return {
    entries,
    mentorship,
    file: fileOf(JSON.stringify(backup), `together-${number}.json`),
    /** What goes with the mentorship; the person stays. */
    goes: entries.slice(1),
  };
}
