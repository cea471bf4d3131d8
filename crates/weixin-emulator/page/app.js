// Starts the page and renders its frame: account, clock, status, language, tabs.

import { startChat } from "./chat.js";
import { startCompose } from "./compose.js";
import { startConnect, openConnection } from "./connect.js";
import { command } from "./actions.js";
import { startDetail } from "./detail.js";
import { button, byId, h, icon } from "./dom.js";
import { clockTime, fullTime } from "./format.js";
import { lang, setLang, t, translate } from "./i18n.js";
import { startInspector } from "./inspector.js";
import { startPeople } from "./people.js";
import { account, chooseAccount, emit, now, on, start, store } from "./store.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function frame() {
  translate();
  const other = byId("lang");
  other.textContent = t("lang.other");
  other.setAttribute("aria-label", t("lang.label"));
  other.lang = lang() === "en" ? "zh-CN" : "en";
  accounts();
  clock();
  status();
}

function accounts() {
  const { accounts: all } = store.state;
  const current = account();
  const box = byId("account");
  if (!current) return box.replaceChildren();
  const product = h("span", { class: `product ${current.product}` }, t(`product.${current.product}`));
  if (all.length < 2) return box.replaceChildren(h("strong", null, current.name), product);
  if (box.contains(document.activeElement)) return undefined;
  const select = h(
    "select",
    {
      "aria-label": t("account"),
      on: {
        change: () => {
          select.blur();
          chooseAccount(select.value);
        },
      },
    },
    ...all.map((a) => h("option", { value: a.id, selected: a.id === current.id }, a.name)),
  );
  return box.replaceChildren(select, product);
}

// Only a virtual clock is shown, with buttons to advance it.
function clock() {
  const box = byId("clock");
  box.hidden = !store.state.virtual_clock;
  byId("phone-time").textContent = clockTime(now());
  if (box.hidden) return;
  const forward = (label, ms) =>
    button(
      {
        class: "quiet",
        label: t("clock.forward", { by: label }),
        on: { click: () => command({ do: { type: "advance", ms } }) },
      },
      `+${label}`,
    );
  box.replaceChildren(
    icon("clock"),
    h("span", { title: t("clock.label") }, fullTime(now())),
    forward("1 min", MINUTE),
    forward("1 h", HOUR),
    forward("1 d", 24 * HOUR),
  );
}

function status() {
  const el = byId("status");
  const callback = account()?.callback;
  const { live } = store;
  el.dataset.live = live;
  el.dataset.callback = callback?.status ?? "none";
  const text = live === "open" ? t(`callback.${callback?.status ?? "none"}`) : t(`live.${live}`);
  if (el.textContent !== text) el.replaceChildren(h("i", { class: "dot" }), h("span", null, text));
  el.title = callback?.url ?? t("callback.open");
  const banner = byId("banner");
  banner.hidden = live !== "lost";
  banner.textContent = banner.hidden ? "" : `${t("live.lost")} ${t("live.lost.hint")}`;
}

/** Narrow screens show one pane at a time. */
function showPane(name) {
  byId("panes").dataset.pane = name;
  for (const tab of byId("tabs").children) tab.setAttribute("aria-pressed", String(tab.dataset.pane === name));
}

byId("lang").addEventListener("click", () => {
  setLang(lang() === "en" ? "zh" : "en");
  frame();
  emit("lang");
});
byId("status").addEventListener("click", () => {
  openConnection();
  showPane("inspector");
});
byId("tabs").addEventListener("click", (event) => {
  const tab = event.target.closest("button");
  if (tab) showPane(tab.dataset.pane);
});
byId("phone-signal").append(icon("wave"));

on("state who", () => {
  accounts();
  clock();
  status();
});
on("live", status);
on("select", (id) => {
  if (id) showPane("inspector");
});
setInterval(() => {
  byId("phone-time").textContent = clockTime(now());
}, 10_000);

frame();
startPeople();
startChat();
startCompose();
startInspector();
startDetail();
startConnect();
start();
