// The budget check names what grew: by module in the wasm, and by file.
import assert from "node:assert/strict";
import test from "node:test";
import { composition, grown, moduleOf } from "../script/composition.mjs";
import { sized, text, uleb } from "../script/wasm.mjs";

test("a function belongs to the module in which it was written, generic code to that for which it was compiled", () => {
  for (const [name, module] of [
    ["mentorbook::exchange::entry_json::read::h7b739c54d2c03467", "mentorbook::exchange::entry_json"],
    ["<mentorbook::storage::local::LocalShelf as mentorbook::storage::shelf::Shelf>::all::h1", "mentorbook::storage::local"],
    ["core::ptr::drop_in_place<mentorbook::ui::route::Route>::hb9e65f", "mentorbook::ui::route"],
    ["_ZN10mentorbook2ui8reactive4list4List4show17h9a53fad5b19d9108E", "mentorbook::ui::reactive::list"],
    ["serde_json::read::SliceRead::skip_to_escape::h0c3a", "serde_json"],
    ["<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<S>>::malloc", "dlmalloc"],
    ["", "(nameless)"],
  ]) assert.equal(moduleOf(name), module, name);
});

test("a wasm is taken apart by its names, and what grew is told with how much", () => {
  const section = (kind, content) => [kind, ...sized(content)];
  // Two functions of type () -> (), with the bodies `end` and `nop nop end`.
  const names = [["mentorbook::domain::goal::small", [0, 0x0b]], ["serde_json::large", [0, 0x01, 0x01, 0x0b]]];
  const wasm = (all) => Buffer.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 0, 0]),
    ...section(2, [0]),
    ...section(3, [all.length, ...all.map(() => 0)]),
    ...section(10, [all.length, ...all.flatMap(([, body]) => sized(body))]),
    ...section(0, [...sized(text("name")), 1, ...sized([...uleb(all.length), ...all.flatMap(([name], at) => [...uleb(at), ...sized(text(name))])])]),
  ]);
  const before = composition(wasm(names.slice(0, 1)));
  const now = composition(wasm(names));
  assert.equal(before["mentorbook::domain::goal"], 2);
  assert.equal(now.serde_json, 4);
  assert.deepEqual(grown(before, now).filter(([name]) => !name.startsWith("(")), [["serde_json", 4, 4]]);
});
