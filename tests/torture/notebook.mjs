// A notebook in short, as a test foresees it and as a backup holds it: a text for each entry, by its name.

/** A goal in short. */
const goalText = ({ why = "", evidence = "", milestones = [] }) => JSON.stringify({ why, evidence, milestones: milestones.map(({ title, done }) => (done ? `${title} ✓` : title)) });

/** What is written in an entry, without where it comes from. */
const entryText = ({ trace, ...written }) => JSON.stringify(written);

/** A goal goes by its title, since its id is thrown by the app; every other entry by its id. */
const nameOf = (entry) => (entry.kind === "goal" ? `goal “${entry.title}”` : entry.id);

/** This entry as it stands in a notebook in short. */
export const short = (entry) => [nameOf(entry), entry.kind === "goal" ? goalText(entry) : entryText(entry)];

/** Everything a backup holds that was not removed. */
export function read(backup) {
  const entries = JSON.parse(backup).entries.filter((entry) => !entry.removed);
  const notebook = new Map(entries.map(short));
  if (notebook.size !== entries.length) throw new Error("two entries go by the same name");
  return notebook;
}

/** What two notebooks say differently, a line each; nothing if they are the same. */
export function differences(expected, found) {
  const names = [...new Set([...expected.keys(), ...found.keys()])].filter((name) => expected.get(name) !== found.get(name));
  return names.map((name) => `${name}: ${expected.get(name) ?? "(not there)"} → ${found.get(name) ?? "(not there)"}`);
}
