// The bottom of the phone: input line, menu bar and plus panel; or the follow button for a person
// who does not follow the account.

import { showEnd } from "./chat.js";
import { perform, sendFile } from "./actions.js";
import { button, byId, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { closeMenu, menuBar } from "./menu.js";
import { plusPanel, scan } from "./plus.js";
import { account, on, person, store } from "./store.js";

const area = byId("compose");
const drafts = new Map(); // account and person → text not sent yet
let field = null;
let plusOpen = false;
let keyboard = true;
let drawn = "";

const key = () => `${store.account}/${store.person}`;
const draft = () => drafts.get(key()) ?? "";

/** Mini Programs have no followers: everyone can write. */
const mayWrite = () => account()?.product === "mini" || person()?.following;

/** Starts rendering the input. */
export function startCompose() {
  on("who lang", () => {
    plusOpen = false;
    draw();
  });
  on("state", () => {
    if (signature() !== drawn) draw();
  });
  on("acted", showEnd);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && plusOpen && !event.defaultPrevented) togglePlus();
  });
}

// Everything the input depends on. It is only rendered again when this changes, so that typing is
// not interrupted.
const signature = () => JSON.stringify([key(), mayWrite(), account()?.menu]);

function draw() {
  drawn = signature();
  closeMenu();
  const hadFocus = area.contains(document.activeElement);
  if (!store.person) return area.replaceChildren();
  if (!mayWrite()) return area.replaceChildren(followBar());
  const menu = account().menu?.length ? account().menu : null;
  const showInput = keyboard || !menu;
  area.replaceChildren(
    ...[
      showInput && inputRow(menu),
      menu && !(showInput && plusOpen) && menuBar(menu, showInput ? null : openKeyboard),
      showInput && plusOpen && plusPanel(),
    ].filter(Boolean),
  );
  if (hadFocus && field?.isConnected) field.focus();
  return fit();
}

function followBar() {
  const name = person().name;
  return h(
    "div",
    { class: "follow-bar" },
    h("p", null, t(account().product === "work" ? "chat.tofollow.work" : "chat.tofollow", { name })),
    h(
      "div",
      { class: "follow-buttons" },
      button({ class: "primary", on: { click: () => perform({ type: "follow" }) } }, t("follow")),
      account().product === "official" && button({ class: "plain", on: { click: scan } }, icon("scan"), t("plus.scan")),
    ),
  );
}

function inputRow(menu) {
  field = h("textarea", {
    class: "chat-input",
    rows: 1,
    value: draft(),
    "aria-label": t("chat.input"),
    enterKeyHint: "send",
    data: { testid: "chat-input" },
    on: { input: onInput, keydown: onKey, paste: onPaste },
  });
  return h(
    "form",
    {
      class: "input-row",
      on: {
        submit: (event) => {
          event.preventDefault();
          submit();
        },
      },
    },
    menu &&
      button(
        {
          class: "round",
          label: t("chat.menuonly"),
          on: {
            click: () => {
              keyboard = false;
              plusOpen = false;
              draw();
            },
          },
        },
        icon("menu"),
      ),
    field,
    button(
      { class: "round plus", label: t("chat.more"), "aria-expanded": String(plusOpen), on: { click: togglePlus } },
      icon("plus"),
    ),
    h(
      "button",
      { type: "submit", class: "primary send", disabled: !draft().trim(), data: { testid: "chat-send" } },
      t("chat.send"),
    ),
  );
}

function openKeyboard() {
  keyboard = true;
  draw();
  field.focus();
}

function togglePlus() {
  plusOpen = !plusOpen;
  draw();
  if (plusOpen) area.querySelector(".plus-panel button")?.focus();
  else field?.focus();
}

function onInput() {
  drafts.set(key(), field.value);
  area.querySelector(".send").disabled = !field.value.trim();
  fit();
}

// The field grows with its text, up to the height the style sheet allows.
function fit() {
  if (!field?.isConnected) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function onKey(event) {
  const composing = event.isComposing || event.keyCode === 229; // an input method editor is active
  if (event.key !== "Enter" || event.shiftKey || composing) return;
  event.preventDefault();
  submit();
}

function onPaste(event) {
  const file = [...(event.clipboardData?.files ?? [])].find((f) => f.type.startsWith("image/"));
  if (!file) return;
  event.preventDefault();
  sendFile("image", file);
}

// The field is cleared immediately. If sending fails, the text is restored in front of anything
// that was typed meanwhile.
async function submit() {
  const text = field.value;
  if (!text.trim()) return;
  const from = key();
  drafts.set(from, "");
  field.value = "";
  onInput();
  showEnd();
  if (await perform({ type: "text", text })) return;
  const typed = drafts.get(from);
  drafts.set(from, typed ? `${text}\n${typed}` : text);
  if (key() === from && field?.isConnected) {
    field.value = drafts.get(from);
    onInput();
  }
}
