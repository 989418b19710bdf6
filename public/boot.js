// Starts the app, whose code begin.js has asked for, and the service worker. Whatever fails ends on the rescue page.
// The build puts the name of the app's script into this object.
const APP = { script: "__APP_SCRIPT__" };

// The scripts of the workers, where the app finds them when it needs them.
window.mentorbookWorkers = { "__WORKERS__": "" };

async function start() {
  if (location.protocol === "file:") {
    throw new Error("This page was opened as a file. Browsers let it run only from a web server, such as script/server.");
  }
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  const begun = window.mentorbookBegun;
  if (!begun) throw new Error("A script of this page did not come.");
  const parsed = document.readyState === "loading" && new Promise((resolve) => { document.addEventListener("DOMContentLoaded", resolve, { once: true }); });
  const [app, compiled] = await Promise.all([import(APP.script), begun.app, parsed]);
  await app.default({ module_or_path: compiled });
}

// --- Another version, and working offline --------------------------------------------------------

const update = { ready: false, activate() {} };
window.mentorbookUpdate = update;

// Whether this page is answered by the worker of this copy: in a folder above, another copy may have one,
// which answers until ours is there.
const answered = () => navigator.serviceWorker.controller?.scriptURL === new URL("sw.js", document.baseURI).href;

function watch(registration) {
  const ready = () => {
    if (!registration.waiting || !answered()) return;
    update.ready = true;
    update.activate = () => registration.waiting?.postMessage("activate");
    window.dispatchEvent(new CustomEvent("mentorbook:update-ready"));
  };
  ready();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", ready);
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < 30 * 60_000) return;
    looked = Date.now();
    registration.update().catch(() => { /* offline: another time */ });
  });
}

function workOffline() {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  // The first worker takes over a page that had none; only a later one means another version.
  let before = answered();
  navigator.serviceWorker.addEventListener("controllerchange", async () => {
    // Somebody cleared what this site stored, the worker with it: this page may hold the last copy.
    if (!navigator.serviceWorker.controller) return;
    if (!before) { before = answered(); return; }
    await window.mentorbookFlush?.();
    location.reload();
  });
  navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }).then(watch, () => {
    // Without it the app works all the same, as long as there is a network.
  });
}

if (location.hash === "#/rescue") {
  // Somebody asked for the page of rescue.js, which works when the app does not: it is not even loaded.
  workOffline();
} else {
  start().then(workOffline, (error) => window.mentorbookRescue(String(error?.message ?? error)));
}
