// What comes before everything else: the theme, and a plain page for when it breaks, which says what
// happened and saves the raw data. It needs no wasm.

// The theme one chose. This script is not put off until the page is read, so nothing is drawn in another
// one. Storage may be blocked; then the system decides.
try {
  const theme = localStorage.getItem("mentorbook:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* the system's theme it is */ }

(() => {
  "use strict";
  const PREFIX = "mentorbook";
  let shown = false;

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function fromLocalStorage() {
    const found = {};
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at);
      if (key.startsWith(PREFIX)) found[key] = localStorage.getItem(key);
    }
    return found;
  }

  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

  async function fromIndexedDb() {
    const found = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith(PREFIX)) continue;
      const database = await answered(indexedDB.open(name));
      found[name] = {};
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const keys = await answered(objects.getAllKeys());
        const values = await answered(objects.getAll());
        found[name][store] = keys.map((key, at) => ({ key, value: values[at] }));
      }
      database.close();
    }
    return found;
  }

  // What one store refuses, the other may still give.
  async function attempt(read) {
    try { return await read(); } catch (error) { return { unreadable: String(error) }; }
  }

  async function save(reason, say) {
    const data = {
      format: "mentorbook-rescue",
      saved: new Date().toISOString(),
      reason,
      browser: navigator.userAgent,
      localStorage: await attempt(fromLocalStorage),
      indexedDB: await attempt(fromIndexedDb),
    };
    const file = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
    const link = element("a", "", { href: URL.createObjectURL(file), download: `mentorbook-rescue-${data.saved.slice(0, 10)}.json` });
    link.click();
    say("The file is on its way to your downloads. Keep it: everything that is stored here is in it, as it lies.");
  }

  function keptSentence() {
    try {
      const keys = Object.keys(fromLocalStorage()).filter((key) => key.includes(":entry:")).length;
      return keys > 0
        ? `What you wrote is still stored in this browser (${keys} entries). Nothing was removed.`
        : "Nothing that was stored in this browser was removed.";
    } catch {
      return "This browser does not let the page look at its storage now, so it cannot say what lies there. Nothing was removed.";
    }
  }

  window.mentorbookRescue = (reason) => {
    if (shown) return;
    shown = true;
    const main = element("main", "", { class: "rescue", tabindex: "-1" });
    const told = element("p", "", { role: "status" });
    const saveButton = element("button", "Save everything to a file", { class: "button main", type: "button" });
    const again = element("button", "Try again", { class: "button", type: "button" });
    const acts = element("p", "", { class: "acts" });
    acts.append(saveButton, again);
    const details = element("details");
    details.append(element("summary", "Technical details"), element("pre", String(reason)));
    main.append(
      element("h1", "Mentorbook could not go on"),
      element("p", "Something went wrong in the app, or it could not be loaded. This is not your doing."),
      element("p", keptSentence()),
      element("p", "Save everything to a file first, to be safe. Then try again; if it happens again, check the connection or update the browser."),
      acts, told, details,
    );
    saveButton.addEventListener("click", () => save(String(reason), (text) => { told.textContent = text; }));
    again.addEventListener("click", () => location.reload());
    document.title = "Mentorbook could not go on";
    document.body.replaceChildren(main);
    main.focus();
  };
})();
