// At no moment may two transactions write to one database that have no store in common.

/**
 * Runs in the page, and says on its console when it happens: Chromium deletes the databases of a site when it
 * was killed while that was so (docs/decisions.md, 3).
 */
export function oneWriter() {
  const { transaction } = IDBDatabase.prototype;
  const writing = new Set();
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = transaction.apply(this, asked);
    if (begun.mode !== "readwrite") return begun;
    const stores = [...begun.objectStoreNames];
    for (const other of writing) {
      const apart = other.db.name === this.name && stores.every((name) => !other.objectStoreNames.contains(name));
      if (apart) console.error(`two transactions write at once: to ${[...other.objectStoreNames]} and to ${stores}`);
    }
    writing.add(begun);
    for (const end of ["complete", "abort"]) begun.addEventListener(end, () => writing.delete(begun));
    return begun;
  };
}
