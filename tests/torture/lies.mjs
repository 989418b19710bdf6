// Ways in which a browser could lie, to see that the torture notices: each runs in the page before the app does.

const by = (noticed_by, script) => ({ noticed_by, script });

export const lies = {
  /** Every tenth text is not kept, though the browser says so. */
  "forgets every tenth write": by(["kill"], () => {
    const { put, get } = IDBObjectStore.prototype;
    let count = 0;
    IDBObjectStore.prototype.put = function (value, key) {
      return (count += 1) % 10 === 0 ? get.call(this, key) : put.call(this, value, key);
    };
  }),
  /** After ten texts neither store takes another one, though the browser says so. */
  "grows tired": by(["kill", "tabs"], () => {
    const { put, get } = IDBObjectStore.prototype;
    const { setItem } = Storage.prototype;
    let count = 0;
    IDBObjectStore.prototype.put = function (value, key) {
      return (count += 1) > 10 ? get.call(this, key) : put.call(this, value, key);
    };
    Storage.prototype.setItem = function (key, value) {
      if (count <= 10 || !key.includes(":entry:")) setItem.call(this, key, value);
    };
  }),
  /** Of a change over several entries only the first two are kept. */
  "keeps a change by half": by(["kill"], () => {
    const { put, get } = IDBObjectStore.prototype;
    const puts = new WeakMap();
    IDBObjectStore.prototype.put = function (value, key) {
      puts.set(this.transaction, (puts.get(this.transaction) ?? 0) + 1);
      return puts.get(this.transaction) > 2 ? get.call(this, key) : put.call(this, value, key);
    };
  }),
  /** What was removed is not noted as removed. */
  "forgets removals": by(["kill"], () => {
    const { put, get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      return value.text.includes('"removed":true') ? get.call(this, key) : put.call(this, value, key);
    };
  }),
  /** Says that a change is kept a second before it is. */
  "speaks too early": by(["kill"], () => {
    const { put, get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      const { db, name } = { db: this.transaction.db, name: this.name };
      setTimeout(() => put.call(db.transaction(name, "readwrite").objectStore(name), value, key), 1000);
      return get.call(this, key);
    };
  }),
  /** Tabs do not hear each other. */
  "tells nobody": by(["tabs"], () => { BroadcastChannel.prototype.postMessage = () => {}; }),
};
