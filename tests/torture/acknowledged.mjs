// What counts as acknowledged: a change that stood on screen, and after that the status said “Saved”.

/** Runs in the page. The test says which change stands on screen; each “Saved” after it is told at once. */
function recorder() {
  let [stands, told, said] = [0, 0];
  window.timesSaving = 0;
  const look = () => {
    const before = said;
    said = document.querySelector("[data-status]")?.textContent;
    if (said === "Saving" && before !== "Saving") window.timesSaving += 1;
    if (stands === told || said !== "Saved") return;
    told = stands;
    window.tellAcknowledged(told);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  window.standsOnScreen = (number) => {
    stands = number;
    look();
  };
}

/**
 * Listens in these pages, which are opened after this. `tell` gets the number of the newest change that is
 * acknowledged, in this process, so that a page that is killed takes nothing with it.
 */
export async function listen(tabs, tell) {
  await tabs.exposeBinding("tellAcknowledged", ({ page }, number) => tell(number, page));
  await tabs.addInitScript(recorder);
}

/** Says that the change with this number, and all before it, stand on screen. */
export const stands = (page, number) => page.evaluate((number) => window.standsOnScreen(number), number);
