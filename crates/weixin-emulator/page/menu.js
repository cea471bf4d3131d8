// The menu bar of the account and the actions of its buttons.

import { askFor } from "./dialog.js";
import { perform, sendFile, toast } from "./actions.js";
import { button, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { link } from "./richtext.js";
import { SAMPLE_PLACE, samplePicture } from "./samples.js";

let open = null; // {popup, opener}

/** Renders the bar; `onKeyboard` adds the button that switches to the input line. */
export function menuBar(buttons, onKeyboard) {
  return h(
    "div",
    { class: "menu-bar", role: "toolbar", "aria-label": t("chat.menu") },
    onKeyboard &&
      button({ class: "menu-keyboard", label: t("chat.keyboard"), on: { click: onKeyboard } }, icon("keyboard")),
    ...buttons.map(entryOf),
  );
}

function entryOf(b) {
  const children = b.sub_button ?? [];
  if (!children.length)
    return h(
      "div",
      { class: "menu-cell" },
      top(b, {
        click: () => {
          closeMenu();
          press(b);
        },
      }),
    );
  const popup = h(
    "div",
    { class: "menu-popup", role: "menu", "aria-label": b.name, hidden: true },
    ...children.map((c) =>
      button(
        {
          role: "menuitem",
          data: { testid: "menu-item", key: c.key, type: c.type },
          on: {
            click: () => {
              closeMenu();
              press(c);
            },
          },
        },
        c.name,
      ),
    ),
  );
  const opener = top(b, { click: () => toggle(popup, opener) }, icon("menu"));
  opener.setAttribute("aria-haspopup", "menu");
  opener.setAttribute("aria-expanded", "false");
  popup.addEventListener("keydown", onPopupKey);
  return h("div", { class: "menu-cell" }, opener, popup);
}

const top = (b, listeners, mark = null) =>
  button(
    { class: "menu-top", data: { testid: "menu-button", key: b.key, type: b.type }, on: listeners },
    mark,
    h("span", null, b.name),
  );

function toggle(popup, opener) {
  const again = open?.popup === popup;
  closeMenu();
  if (again) return;
  popup.hidden = false;
  opener.setAttribute("aria-expanded", "true");
  open = { popup, opener };
  popup.firstElementChild?.focus();
}

/** Closes the open sub-menu, if any. */
export function closeMenu() {
  if (!open) return;
  open.popup.hidden = true;
  open.opener.setAttribute("aria-expanded", "false");
  open = null;
}

function onPopupKey(event) {
  const items = [...event.currentTarget.children];
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items[(at + step + items.length) % items.length].focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    const { opener } = open;
    closeMenu();
    opener.focus();
  }
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.popup.contains(event.target) && !open.opener.contains(event.target)) closeMenu();
});

const EventKeys = (b, fields) => ({ EventKey: b.key ?? "", ...fields });

function press(b) {
  const act = Object.hasOwn(PRESS, b.type) ? PRESS[b.type] : null;
  if (act) return act(b);
  return toast(t("menu.material", { type: b.type ?? "–" }));
}

const PRESS = {
  click: (b) => perform({ type: "click", key: b.key ?? "" }),

  async view(b) {
    if (!(await perform({ type: "view", url: b.url ?? "" }))) return;
    toast(t("menu.opens", { url: b.url ?? "" }), "", link(b.url, t("menu.open")));
  },

  async miniprogram(b) {
    const fields = { EventKey: b.pagepath ?? "" };
    if (!(await perform({ type: "event", event: "view_miniprogram", fields }))) return;
    toast(t("menu.program", { appid: b.appid ?? "" }));
  },

  scancode_push: (b) => scanned(b),
  scancode_waitmsg: (b) => scanned(b),
  pic_sysphoto: (b) => photographed(b),
  pic_photo_or_album: (b) => photographed(b),
  pic_weixin: (b) => photographed(b),

  async location_select(b) {
    const { latitude, longitude, scale } = SAMPLE_PLACE;
    const label = t("sample.place");
    const chosen = {
      Location_X: String(latitude),
      Location_Y: String(longitude),
      Scale: String(scale),
      Label: label,
      Poiname: label,
    };
    if (!(await perform({ type: "event", event: b.type, fields: EventKeys(b, { SendLocationInfo: chosen }) }))) return;
    perform({ type: "location", latitude, longitude, scale, label });
  },
};

async function scanned(b) {
  const values = await askFor(t("plus.scan"), [
    { name: "result", label: t("field.result"), value: "https://example.com/", required: true },
  ]);
  if (!values) return;
  perform({
    type: "event",
    event: b.type,
    fields: EventKeys(b, { ScanCodeInfo: { ScanType: "qrcode", ScanResult: values.result } }),
  });
}

// The event announces the number of pictures, which follow as messages.
async function photographed(b) {
  const picture = await samplePicture();
  const info = { Count: "1", PicList: { item: { PicMd5Sum: "" } } };
  if (!(await perform({ type: "event", event: b.type, fields: EventKeys(b, { SendPicsInfo: info }) }))) return;
  sendFile("image", picture);
}
