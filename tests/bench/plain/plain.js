// The least that a page can do with the same data: reads every key of the notebook, draws the entries of a kind as rows,
// narrows them down by what is typed, and writes texts to both stores. The kind stands in the address.
const TITLES = { goal: "title", person: "name", action: "title", "check-in": "about" };

const entries = [];
for (let at = 0; at < localStorage.length; at++) {
  const key = localStorage.key(at);
  if (!/^mentorbook:.*:mine:entry:/.test(key)) continue;
  entries.push(JSON.parse(localStorage.getItem(key)).entry);
}

const [list, field] = [document.querySelector(".rows"), document.querySelector("input")];

function draw() {
  const kind = location.hash.slice(1) || "goal";
  const title = (entry) => entry[TITLES[kind]];
  const sought = field.value.toLowerCase();
  const found = entries.filter((entry) => entry.kind === kind && title(entry).toLowerCase().includes(sought));
  found.sort((a, b) => (title(a) < title(b) ? -1 : 1));
  list.replaceChildren(...found.map((entry) => {
    const [row, link, more] = ["li", "a", "p"].map((name) => document.createElement(name));
    row.className = "row";
    link.href = `#${entry.id}`;
    link.textContent = title(entry);
    more.textContent = entry.why ?? entry.role ?? entry.owner ?? entry.on ?? "";
    row.append(link, more);
    if (entry.milestones) {
      const bar = document.createElement("progress");
      bar.max = entry.milestones.length;
      bar.value = entry.milestones.filter((it) => it.done).length;
      row.append(bar);
    }
    return row;
  }));
}

/** Writes texts by key to local storage and durably to a database with an index; gives how long that took. */
window.keep = async (texts) => {
  const began = performance.now();
  const answered = (request, event = "onsuccess") => new Promise((resolve, reject) => { request[event] = () => resolve(request.result); request.onerror = reject; });
  const opening = indexedDB.open("plain", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("entries").createIndex("seq", "seq");
  const transaction = (await answered(opening)).transaction("entries", "readwrite", { durability: "strict" });
  const store = transaction.objectStore("entries");
  for (const [key, text] of texts) store.put({ seq: 1, text }, key);
  for (const [key, text] of texts) localStorage.setItem(key, text);
  await answered(transaction, "oncomplete");
  return performance.now() - began;
};

addEventListener("hashchange", draw);
field.addEventListener("input", draw);
draw();
