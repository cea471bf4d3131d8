// The state of the page: the emulator's state, the entries of the current account and the
// selection. All other modules listen for changes and render.

import * as api from "./api.js";

const bus = new EventTarget();

/** Calls `fn(detail)` for each of the named events (separated by spaces). */
export function on(names, fn) {
  for (const name of names.split(" ")) bus.addEventListener(name, (event) => fn(event.detail));
}

/** Emits an event. */
export function emit(name, detail) {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

/**
 * Only this module writes to it. Events: `state`, `entries` (all of them),
 * `entry` (one, `{entry, isNew}`), `who` (account or person), `select`, `live`;
 * `lang` is emitted by the language switch.
 */
export const store = {
  state: { accounts: [], people: [], virtual_clock: false, now: 0 },
  live: "connecting",
  account: null,
  person: null,
  selected: null,
  entries: new Map(),
  order: [],
};

let nowOffset = 0;

/** The platform's time. A virtual clock only moves with a new state. */
export const now = () => (store.state.virtual_clock ? store.state.now : Date.now() + nowOffset);

export const account = () => store.state.accounts.find((a) => a.id === store.account) ?? null;
export const people = () => store.state.people.filter((p) => p.account === store.account);
export const person = () => people().find((p) => p.id === store.person) ?? null;
export const entry = (id) => (id ? (store.entries.get(id) ?? null) : null);

/** The first delivery of a push; other entries are their own root. */
export function root(id) {
  return store.entries.get(id)?.repeat_of ?? id;
}

/** Whether two entries belong to one exchange. */
export const related = (a, b) => Boolean(a && b) && root(a) === root(b);

export function select(id) {
  if (store.selected === id) return;
  store.selected = id;
  emit("select", id);
}

export function chooseAccount(id) {
  if (store.account === id) return;
  store.account = id;
  store.person = null;
  select(null);
  settle();
  replaceEntries([]);
  emit("who");
  sync();
}

export function choosePerson(id) {
  if (store.person === id) return;
  store.person = id;
  emit("who");
}

/** Applies a state, and keeps the current account and person if they still exist. */
export function applyState(state) {
  store.state = state;
  nowOffset = state.now - Date.now();
  if (settle()) emit("who");
  emit("state");
}

// Returns true if the current account or person had to change.
function settle() {
  const before = `${store.account}/${store.person}`;
  const { accounts } = store.state;
  if (!accounts.some((a) => a.id === store.account)) store.account = accounts[0]?.id ?? null;
  const mine = people();
  if (!mine.some((p) => p.id === store.person)) store.person = mine[0]?.id ?? null;
  return before !== `${store.account}/${store.person}`;
}

const ours = (e) => !e.account || e.account === store.account;

function replaceEntries(list) {
  store.entries = new Map();
  store.order = [];
  for (const e of list) put(e);
  if (store.selected && !store.entries.has(store.selected)) select(null);
  emit("entries");
}

// Keeps `order` sorted by the first sequence number of each entry, so that a later version does not
// move. Returns null if nothing has changed.
function put(incoming) {
  const known = store.entries.get(incoming.id);
  if (known) {
    if (incoming.seq < known.seq) return null;
    store.entries.set(incoming.id, { ...incoming, place: known.place });
    return { entry: store.entries.get(incoming.id), isNew: false };
  }
  const e = { ...incoming, place: incoming.seq };
  store.entries.set(e.id, e);
  let at = store.order.length;
  while (at > 0 && store.entries.get(store.order[at - 1]).place > e.place) at -= 1;
  store.order.splice(at, 0, e.id);
  return { entry: e, isNew: true };
}

let early = null; // Events that arrive during a synchronization.
let round = 0;

/**
 * Fetches state and timeline again. Events that arrive meanwhile are queued and
 * applied afterwards.
 */
export async function sync() {
  const mine = ++round;
  early ??= [];
  try {
    const state = await api.getState();
    if (mine !== round) return;
    applyState(state);
    const list = store.account ? await api.getTimeline(store.account) : [];
    if (mine !== round) return;
    replaceEntries(list.filter(ours));
    const waiting = early;
    early = null;
    waiting.forEach(receive);
    setLive("open");
  } catch {
    if (mine !== round) return;
    setLive("lost");
    setTimeout(() => {
      if (mine === round) sync();
    }, 2000);
  }
}

function receive(event) {
  if (early) {
    early.push(event);
  } else if (event.type === "state") {
    const before = store.account;
    applyState(event.state);
    if (store.account !== before) sync();
  } else if (event.type === "entry") {
    const change = ours(event.entry) && put(event.entry);
    if (change) emit("entry", change);
  } else {
    sync(); // The timeline was cleared, or the event is unknown to this page.
  }
}

function setLive(value) {
  if (store.live === value) return;
  store.live = value;
  emit("live");
}

/** Starts listening; every (re)connection synchronizes. */
export function start() {
  api.listen({ onEvent: receive, onOpen: sync, onLost: () => setLive("lost") });
}
