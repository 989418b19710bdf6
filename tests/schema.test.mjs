// The published schema is valid draft 2020-12, the frozen backups fit it, and bad ones do not.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const schema = read("../public/schema/backup-1.schema.json");
const backup = () => read("fixtures/backup-1.json");

/** Strict: an unknown keyword or format in the schema is an error. */
function validator() {
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  formats(ajv);
  return ajv;
}

const fits = validator().compile(schema);

test("the schema is valid in itself", () => {
  assert.ok(validator().validateSchema(schema));
});

test("the frozen backup fits", () => {
  assert.ok(fits(backup()), JSON.stringify(fits.errors, null, 1));
});

test("every field that the frozen backup uses is described, but for those of newer versions", () => {
  const newer = ["confidence", "__proto__", "mood"];
  for (const entry of backup().entries) {
    const known = Object.keys(schema.$defs[entry.removed ? "removed" : entry.kind].properties);
    const names = Object.keys(entry).filter((name) => !newer.includes(name));
    assert.deepEqual(names.filter((name) => !known.includes(name)), [], entry.id);
  }
});

const first = (kind) => (file) => file.entries.find((entry) => entry.kind === kind);
const bad = [
  ["another version", (file) => (file.version = 2)],
  ["no entries", (file) => delete file.entries],
  ["a kind that does not exist", (file) => (file.entries[0].kind = "wish")],
  ["an id of another kind", (file) => (file.entries[0].id = first("person")(file).id)],
  ["a goal without a title", (file) => delete file.entries[0].title],
  ["an empty title", (file) => (file.entries[0].title = "")],
  ["a title of two lines", (file) => (file.entries[0].title = "a\nb")],
  ["a title that is too long", (file) => (file.entries[0].title = "x".repeat(301))],
  ["a day that does not exist", (file) => (file.entries[0].target = "2026-02-30")],
  ["a time that does not exist", (file) => (first("meeting")(file).at = "24:00")],
  ["a link to an entry of another kind", (file) => (first("mentorship")(file).person = file.entries[0].id)],
  ["a rhythm of no days", (file) => (first("mentorship")(file).rhythm.ideal = 0)],
  ["a part without an id", (file) => delete file.entries[0].milestones[0].id],
  ["a state with more than one meaning", (file) => (first("action")(file).state.dropped = { on: "2026-01-01" })],
  ["an entry without a trace", (file) => delete file.entries[0].trace],
  ["a stamp that is none", (file) => (file.entries[0].trace.made = "yesterday")],
];

for (const [what, change] of bad) {
  test(`${what} does not fit`, () => {
    const file = backup();
    change(file);
    assert.equal(fits(file), false);
  });
}

test("a field of a newer version fits", () => {
  const file = backup();
  file.entries[0].anything = { at: ["all"] };
  assert.ok(fits(file), JSON.stringify(fits.errors, null, 1));
});

const cards = read("../public/schema/cards-1.schema.json");
const fitsCards = validator().compile(cards);
const directory = () => read("fixtures/directory-1.json");

test("the frozen directory fits the schema of cards, and so does each of its cards alone", () => {
  assert.ok(validator().validateSchema(cards));
  assert.ok(fitsCards(directory()), JSON.stringify(fitsCards.errors, null, 1));
  for (const card of directory().cards) {
    const alone = { format: "mentorbook-card", version: 1, card };
    assert.ok(fitsCards(alone), JSON.stringify(fitsCards.errors, null, 1));
  }
});

const badCards = [
  ["another version", (file) => (file.version = 2)],
  ["a directory without a name", (file) => delete file.name],
  ["a card without a side", (file) => delete file.cards[0].side],
  ["a side that does not exist", (file) => (file.cards[0].side = "sponsor")],
  ["a card without a name", (file) => (file.cards[1].name = "")],
  ["a skill of two lines", (file) => (file.cards[0].skills[0] = "a\nb")],
];

for (const [what, change] of badCards) {
  test(`${what} does not fit the schema of cards`, () => {
    const file = directory();
    change(file);
    assert.equal(fitsCards(file), false);
  });
}

const bad_files = {
  share: [
    ["another version", (file) => (file.version = 2)],
    ["no names", (file) => delete file.from],
    ["an entry of a kind that never leaves", (file) => (file.entries[0].kind = "pulse")],
    ["a goal without a title", (file) => delete file.entries[0].title],
    ["more entries than there may be", (file) => (file.entries = Array(2001).fill(file.entries[0]))],
    ["a state that does not exist", (file) => (file.entries.find((it) => it.kind === "meeting").state = "moved")],
  ],
  reply: [
    ["no share that it answers", (file) => delete file.share],
    ["a point that does not exist", (file) => (file.comments[1].point = "wish")],
    ["a point of no day", (file) => delete file.comments[0].on],
  ],
};

for (const [kind, bad] of Object.entries(bad_files)) {
  const schema = read(`../public/schema/${kind}-1.schema.json`);
  const fits = validator().compile(schema);
  const frozen = () => read(`fixtures/${kind}-1.json`);

  test(`the frozen ${kind} fits its schema, which describes every field of it and no other`, () => {
    assert.ok(validator().validateSchema(schema));
    assert.ok(fits(frozen()), JSON.stringify(fits.errors, null, 1));
    for (const entry of frozen().entries ?? frozen().comments) {
      const known = Object.keys(schema.$defs[entry.kind].properties);
      assert.deepEqual(Object.keys(entry).filter((name) => !known.includes(name)), [], entry.id);
    }
    for (const secret of ["private_notes", "insights", "reviews", "trace", "place"]) assert.ok(!JSON.stringify(schema).includes(`"${secret}"`), secret);
  });

  for (const [what, change] of bad) {
    test(`${what} does not fit the schema of a ${kind}`, () => {
      const file = frozen();
      change(file);
      assert.equal(fits(file), false);
    });
  }
}
