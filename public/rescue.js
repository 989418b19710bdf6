// A plain page for when the app breaks or is not wanted, which says how things stand and saves the raw data. It needs no
// wasm.
(() => {
  "use strict";
  const PREFIX = "mentorbook";
  // One's own notebook, as `storage::namespace` names it.
  const MINE = `${PREFIX}:${location.pathname.replace(/[^/]*$/, "")}:mine`;
  // A store that does not answer must not keep the other one from being saved.
  const PATIENCE = 10_000;
  const asked = () => location.hash === "#/rescue";
  let shown = false;

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // --- Reading what is stored ----------------------------------------------------------------------

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
        const [keys, values] = await Promise.all([answered(objects.getAllKeys()), answered(objects.getAll())]);
        found[name][store] = keys.map((key, at) => ({ key, value: values[at] }));
      }
      database.close();
    }
    return found;
  }

  // What one store refuses, the other may still give.
  async function attempt(read) {
    const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE, new Error("no answer")); });
    try { return await Promise.race([read(), late]); } catch (error) { return { unreadable: String(error) }; }
  }

  function isRemoved(text) {
    try { return JSON.parse(text).entry.removed === true; } catch { return false; }
  }

  // How many entries the own notebook has, in whichever of the two stores; undefined if that cannot be said.
  async function count() {
    const [local, databases] = await Promise.all([attempt(fromLocalStorage), attempt(fromIndexedDb)]);
    const texts = new Map((databases[MINE]?.entries ?? []).map(({ key, value }) => [key, value?.text]));
    for (const { value } of databases[MINE]?.bundles ?? []) {
      for (const line of String(value).split("\n").filter(Boolean)) texts.set(line.split(" ", 1)[0], line.slice(line.indexOf(" ") + 1));
    }
    for (const [key, text] of Object.entries(local)) {
      if (key.startsWith(`${MINE}:entry:`)) texts.set(key.slice(`${MINE}:entry:`.length), text);
    }
    const number = [...texts.values()].filter((text) => !isRemoved(text)).length;
    return number === 0 && (local.unreadable || databases.unreadable) ? undefined : number;
  }

  // What stands in the fields of the app when it breaks may not have been stored yet.
  function typed() {
    const fields = [...document.querySelectorAll("textarea, input:not([type=checkbox], [type=radio], [type=file])")];
    return fields.filter((field) => field.value).map((field) => ({ field: field.labels?.[0]?.textContent.trim(), text: field.value }));
  }

  async function save(reason, onScreen) {
    const data = {
      format: "mentorbook-rescue",
      saved: new Date().toISOString(),
      reason,
      browser: navigator.userAgent,
      onScreen,
      localStorage: await attempt(fromLocalStorage),
      indexedDB: await attempt(fromIndexedDb),
    };
    const file = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
    element("a", "", { href: URL.createObjectURL(file), download: `mentorbook-rescue-${data.saved.slice(0, 10)}.json` }).click();
    return [data.localStorage, data.indexedDB].some((store) => store.unreadable)
      ? "The file is on its way to your downloads, but the browser did not let the page read everything; the file says what is missing. Keep it."
      : "The file is on its way to your downloads. Keep it: everything that is stored here is in it, as it lies. Share → “Open a file” brings the notebook back from it.";
  }

  // --- The page ------------------------------------------------------------------------------------

  const entries = (number) => (number === 1 ? "1 entry" : `${number} entries`);

  function show({ heading, before, kept, after, reason, act, details }) {
    shown = true;
    // What other tabs write is no business of an app that broke.
    window.mentorbookTabs?.close();
    const onScreen = typed();
    const main = element("main", "", { class: "rescue" });
    const title = element("h1", heading, { tabindex: "-1" });
    const found = element("p");
    const told = element("p", "", { role: "status" });
    const saveButton = element("button", "Save everything to a file", { class: "button main", type: "button" });
    const acts = element("p", "", { class: "acts" });
    acts.append(saveButton, act);
    main.append(title, ...before.map((text) => element("p", text)), found, ...after.map((text) => element("p", text)), acts, told, ...details);
    saveButton.addEventListener("click", async () => {
      told.textContent = await save(reason, onScreen).catch((error) =>
        `The file could not be made. What is stored here is as it was; try again, or copy this message for whoever helps you: ${error}`);
    });
    document.title = `${heading} · Mentorbook`;
    const put = () => {
      document.body.replaceChildren(main);
      title.focus();
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", put);
    else put();
    count().then((number) => { found.textContent = kept(number); });
  }

  // Another version may be waiting that does not break. It takes over before the page is loaded again, so
  // that no page of one version meets the files of another.
  async function tryAgain() {
    const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
    if (registration?.waiting) {
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener("controllerchange", resolve);
        setTimeout(resolve, PATIENCE);
        registration.waiting.postMessage("activate");
      });
    }
    location.reload();
  }

  window.mentorbookRescue = (reason) => {
    if (shown) return;
    // Nothing that the app meant to do later is done. Numbers of timers count up; a million is a long session.
    const newest = setTimeout(() => {});
    for (let timer = newest; timer > Math.max(0, newest - 1e6); timer--) clearTimeout(timer);
    const again = element("button", "Try again", { class: "button", type: "button" });
    again.addEventListener("click", tryAgain);
    const details = element("details");
    details.append(element("summary", "Technical details"), element("pre", String(reason)));
    show({
      heading: "Mentorbook could not go on",
      before: ["Something went wrong in the app, or it could not be loaded. This is not your doing."],
      kept(number) {
        if (number === undefined) return "This browser does not let the page look at its storage now, so it cannot say what lies there. Nothing was removed.";
        return number > 0
          ? `What you wrote is still stored in this browser (${entries(number)}). Nothing was removed.`
          : "Nothing that was stored in this browser was removed.";
      },
      after: ["Save everything to a file first, to be safe. Then try again; if it happens again, check the connection or update the browser."],
      reason: String(reason), act: again, details: [details],
    });
  };

  // What a newer version wrote must not be written over by an older one.
  window.mentorbookNewer = () => {
    if (shown) return;
    const get = element("button", "Get the newest version", { class: "button", type: "button" });
    get.addEventListener("click", tryAgain);
    show({
      heading: "A newer Mentorbook wrote this notebook",
      before: ["This page runs an older version. It opened nothing and changed nothing, so that it cannot spoil what the newer one wrote."],
      kept(number) {
        return number > 0 ? `Your notebook is stored in this browser (${entries(number)}).` : "Your notebook is stored in this browser.";
      },
      after: ["Get the newest version to go on. If this page comes again, whoever runs this site serves an older version than before; save everything to a file and open it where the newer one runs."],
      reason: "written by a newer version", act: get, details: [],
    });
  };

  function showStored() {
    show({
      heading: "What is stored in this browser",
      before: [],
      kept(number) {
        if (number === undefined) return "This browser does not let the page look at its storage now, so it cannot say what lies there.";
        return number > 0
          ? `Your notebook has ${entries(number)} here, in this browser and on this device.`
          : "There are no entries in this browser. Another browser or device has a notebook of its own.";
      },
      after: ["This page works even when the notebook does not open. Save everything to a file to hold a copy of it, as it lies here."],
      reason: "asked for at #/rescue", act: element("a", "Back to the notebook", { class: "button", href: "#/" }), details: [],
    });
  }

  // --- When it is shown ----------------------------------------------------------------------------

  // After a panic or an exhausted stack the app is in no state that anybody thought of.
  function isFatal(error) {
    if (error instanceof RangeError) return /stack/i.test(error.message);
    return Boolean(globalThis.WebAssembly?.RuntimeError) && error instanceof WebAssembly.RuntimeError;
  }
  const broken = (error) => { if (isFatal(error)) window.mentorbookRescue(error.stack ?? error); };
  window.addEventListener("error", (event) => broken(event.error));
  // A script of the app that does not come at all. Such news does not rise from its element, so it is caught above it.
  window.addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement) window.mentorbookRescue(`${target.src} could not be loaded.`);
  }, true);
  window.addEventListener("unhandledrejection", (event) => broken(event.reason));

  // What is left of a broken app must not act: not on a key, not when its fields go, and not when the page
  // does. This script runs before the app, so its listeners do.
  for (const type of ["keydown", "change", "blur", "focusout", "pagehide", "visibilitychange", "storage"]) {
    window.addEventListener(type, (event) => { if (shown) event.stopImmediatePropagation(); }, true);
  }

  // This page and the app never share a page load.
  window.addEventListener("hashchange", (event) => {
    if (!shown && !asked()) return;
    event.stopImmediatePropagation();
    location.reload();
  }, true);
  if (asked()) showStored();
})();
