// The row of people, with the current person, and the phone's title bar.

import * as api from "./api.js";
import { accountAvatar } from "./chat.js";
import { copyButton } from "./copy.js";
import { show, askFor } from "./dialog.js";
import { command, perform } from "./actions.js";
import { button, byId, h, icon } from "./dom.js";
import { span } from "./format.js";
import { t } from "./i18n.js";
import { account, applyState, choosePerson, now, on, people, person, store } from "./store.js";

/** Starts rendering the row of people and the phone's title bar. */
export function startPeople() {
  on("state who lang", () => {
    row();
    title();
  });
}

let drawn = "";

function row() {
  const all = people();
  const signature = JSON.stringify([all, store.person, document.documentElement.lang, account()?.product]);
  if (signature === drawn) return;
  drawn = signature;
  const box = byId("people");
  const focused = document.activeElement?.closest?.("[data-person]")?.dataset.person;
  box.replaceChildren(
    h(
      "div",
      { class: "people-row", role: "group", "aria-label": t("people.label"), data: { testid: "person-switch" } },
      ...all.map(chip),
    ),
    account() ? button({ class: "chip add", label: t("people.add"), on: { click: addPerson } }, icon("plus")) : "",
    followToggle(),
  );
  if (focused) box.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
  box.querySelector('[aria-pressed="true"].chip')?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function chip(p) {
  const away = account()?.product !== "mini" && !p.following;
  const label = `${t("people.speak", { name: p.name })}${away ? ` (${t("people.not")})` : ""}`;
  return button(
    {
      class: `chip ${away ? "away" : ""}`,
      label,
      "aria-pressed": String(p.id === store.person),
      data: { person: p.id },
      on: { click: () => choosePerson(p.id) },
    },
    h("span", { class: "avatar person" }, p.avatar || "🙂"),
    h("span", { class: "chip-name" }, p.name),
  );
}

function followToggle() {
  const p = person();
  if (!p || account()?.product === "mini") return h("span");
  return button(
    {
      class: `follow-toggle ${p.following ? "on" : ""}`,
      role: "switch",
      "aria-checked": String(p.following),
      label: t("follow.label", { name: p.name }),
      data: { testid: "follow-toggle", following: String(p.following) },
      on: { click: () => perform({ type: p.following ? "unfollow" : "follow" }) },
    },
    p.following ? icon("check") : icon("plus"),
    t(p.following ? "following" : "follow"),
  );
}

async function addPerson() {
  const values = await askFor(
    t("people.add"),
    [{ name: "name", label: t("people.add.name"), hint: t("people.add.hint"), required: true }],
    { submit: t("add") },
  );
  if (!values) return;
  const before = new Set(people().map((p) => p.id));
  if (!(await command({ account: store.account, do: { type: "add_person", name: values.name.trim() } }))) return;
  applyState(await api.getState());
  const added = people().find((p) => !before.has(p.id));
  if (added) choosePerson(added.id);
}

function title() {
  const who = account();
  byId("phone-title").replaceChildren(
    h("span", { class: "title-side" }),
    h(
      "div",
      { class: "title-text" },
      h("strong", null, who?.name ?? ""),
      h("small", null, who ? t(`product.${who.product}`) : "", left()),
    ),
    button(
      { class: "title-side quiet-icon", label: t("chat.about"), disabled: !who, on: { click: about } },
      icon("more"),
    ),
  );
}

// How many messages the account may still send to the person, and how long.
function left() {
  const p = person();
  const who = account();
  const box = (text, title) => h("span", { class: "left", title, data: { testid: "left" } }, ` · ${text}`);
  if (!p || (who.product !== "mini" && !p.following)) return null;
  if (who.product === "work")
    return box(t("left.count", { n: p.app_messages_left }), t("left.hint.work", { name: p.name }));
  const open = p.windows.filter((w) => w.closes > now());
  const last = open.at(-1);
  if (!last) return box(t("left.none"), t("left.none.hint", { name: p.name }));
  const text = (n, closes) => t("left.window", { n, span: span(closes - now()) });
  const lines = open.map((w) => `${t(`left.by.${w.by}`)}: ${text(w.messages_left, w.closes)}`);
  const all = open.reduce((sum, w) => sum + w.messages_left, 0);
  return box(text(all, last.closes), [t("left.hint", { name: p.name }), ...lines].join("\n"));
}

// The time that is left decreases while nothing else happens.
setInterval(() => {
  const old = document.querySelector("#phone-title .left");
  const fresh = old && left();
  if (fresh) old.replaceWith(fresh);
}, 5_000);

// Shows the identifiers that developers need for testing.
function about() {
  const who = account();
  const p = person();
  const line = (label, value) =>
    value &&
    h(
      "div",
      { class: "value" },
      h("span", null, label),
      h("code", null, value),
      copyButton(() => value),
    );
  show(
    t("chat.about"),
    h(
      "div",
      { class: "values" },
      h(
        "div",
        { class: "about-head" },
        accountAvatar(who),
        h("strong", null, who.name),
        h("small", null, t(`product.${who.product}`)),
      ),
      line(t(who.product === "work" ? "connect.corpid" : "connect.appid"), who.id),
      who.username !== who.id && line(t("connect.username"), who.username),
      p && line(who.product === "work" ? `UserID · ${p.name}` : `OpenID · ${p.name}`, p.id),
    ),
  );
}
