// The content of a message as shown on the phone: a bubble, a card, a picture.

import { mediaUrl } from "./api.js";
import { button, h, icon } from "./dom.js";
import { bytes } from "./format.js";
import { pick, t } from "./i18n.js";
import { bareLinks, cardText, link, markdown, richText, safeUrl } from "./richtext.js";

/**
 * Renders `content`. `own`: sent by the person (markup is not interpreted).
 * `actions.tap({id, text})`: taps an item of a menu message; `actions.note(text)`: shows a toast.
 */
export function bubble(content, own, actions) {
  const draw = Object.hasOwn(DRAW, content.type) ? DRAW[content.type] : DRAW.other;
  return draw(content, own, actions);
}

const box = (className, ...children) => h("div", { class: `bubble ${className}` }, ...children);
const mediaSource = (c) => safeUrl(c.url ?? (c.media_id ? mediaUrl(c.media_id) : ""), { image: true });

// A picture that is replaced by a placeholder if it cannot be loaded.
function picture(src, className, alt) {
  const gone = () => h("div", { class: `${className} picture-gone`, title: t("content.image.gone") }, icon("image"));
  if (!src) return gone();
  const img = h("img", {
    class: className,
    src,
    alt,
    loading: "lazy",
    decoding: "async",
    referrerPolicy: "no-referrer",
  });
  img.addEventListener("error", () => img.replaceWith(gone()), { once: true });
  return img;
}

// A card is one link if it has a URL.
function card(url, className, ...children) {
  const href = /^https?:/i.test(url ?? "") ? safeUrl(url) : null;
  if (!href) return h("div", { class: className }, ...children);
  return h("a", { class: className, href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

const DRAW = {
  text: (c, own, actions) => box("text", ...(own ? bareLinks(c.text) : richText(c.text, actions.tap))),

  image(c) {
    const src = mediaSource(c);
    const view = picture(src, "picture", t("content.image"));
    return src
      ? h("a", { class: "bubble image", href: src, target: "_blank", rel: "noopener noreferrer" }, view)
      : box("image", view);
  },

  voice(c, own, actions) {
    const src = mediaSource(c);
    const play = () => {
      const fail = () => actions.note(t("content.voice.unplayable", { format: (c.format ?? "amr").toUpperCase() }));
      if (src) new Audio(src).play().catch(fail);
      else fail();
    };
    return box(
      "voice",
      button(
        { class: "voice-play", label: t("content.voice"), on: { click: play } },
        icon("wave"),
        h("span", null, t("content.voice")),
        h("small", null, c.format ?? ""),
      ),
    );
  },

  video(c) {
    const src = mediaSource(c);
    return box(
      "video",
      src
        ? h("video", { src, controls: true, preload: "metadata", "aria-label": c.title || t("content.video") })
        : picture(null, "picture", ""),
      c.title && h("div", { class: "caption" }, c.title, c.description && h("small", null, c.description)),
    );
  },

  location: (c) =>
    box(
      "place card",
      h(
        "div",
        { class: "card-body" },
        h("strong", null, c.label || t("plus.location")),
        h("small", null, `${c.latitude}, ${c.longitude}`),
      ),
      h("div", { class: "map" }, icon("pin", "icon map-pin")),
    ),

  link: (c) =>
    box(
      "card",
      card(
        c.url,
        "card-body card-link",
        h("strong", null, c.title || c.url),
        h(
          "div",
          { class: "card-row" },
          h("p", null, c.description || c.url),
          h("span", { class: "card-mark" }, icon("link")),
        ),
      ),
    ),

  news(c) {
    const [first, ...rest] = c.articles ?? [];
    if (!first) return box("text", t("content.link"));
    const cover = picture(safeUrl(first.picurl, { image: true }), "cover", "");
    const head = rest.length
      ? card(first.url, "news-first over", cover, h("strong", null, first.title))
      : card(
          first.url,
          "news-first",
          cover,
          h("strong", null, first.title),
          first.description && h("p", null, first.description),
        );
    return box(
      "news card",
      head,
      ...rest.map((a) =>
        card(a.url, "news-row", h("span", null, a.title), picture(safeUrl(a.picurl, { image: true }), "thumb", "")),
      ),
    );
  },

  music: (c) =>
    box(
      "card music",
      card(
        c.url,
        "card-body card-row",
        h(
          "div",
          { class: "card-text" },
          h("strong", null, c.title || t("content.music")),
          h("p", null, c.description ?? ""),
        ),
        h("span", { class: "card-mark" }, icon("play")),
      ),
    ),

  menu_message: (c, own, actions) =>
    box(
      "text",
      c.head && h("div", null, ...richText(c.head, actions.tap)),
      h(
        "ul",
        { class: "choices" },
        ...(c.items ?? []).map((item) =>
          h(
            "li",
            null,
            button(
              { class: "rich-link", on: { click: () => actions.tap({ id: item.id, text: item.content }) } },
              item.content,
            ),
          ),
        ),
      ),
      c.tail && h("div", null, ...richText(c.tail, actions.tap)),
    ),

  miniprogram: (c) =>
    box(
      "card mini",
      h(
        "div",
        { class: "card-body", title: `${c.appid ?? ""} ${c.pagepath ?? ""}` },
        h("strong", null, c.title),
        picture(c.thumb_media_id ? mediaUrl(c.thumb_media_id) : null, "cover", ""),
      ),
      h("div", { class: "card-foot" }, icon("bolt"), t("content.mini")),
    ),

  card: (c) =>
    box(
      "card",
      card(
        c.url,
        "card-body",
        h("strong", null, c.title),
        h("div", { class: "card-description" }, ...cardText(c.description ?? "")),
      ),
      h(
        "div",
        { class: "card-foot" },
        c.url ? link(c.url, c.btntxt || t("content.details"), "foot-link") : c.btntxt || t("content.details"),
      ),
    ),

  notice: (c) =>
    box(
      "card notice",
      card(
        c.appid ? null : c.url,
        "card-body",
        h("strong", null, c.title),
        h("div", { class: "card-description" }, c.text),
      ),
      (c.appid || c.url) &&
        h(
          "div",
          { class: "card-foot", title: c.appid ? `${c.appid} ${c.pagepath}` : c.url },
          ...(c.appid ? [icon("bolt"), t("content.mini")] : [link(c.url, t("content.details"), "foot-link")]),
        ),
    ),

  markdown: (c) => box("text markdown", ...markdown(c.text ?? "")),

  file: (c) =>
    box(
      "card",
      card(
        c.media_id ? new URL(mediaUrl(c.media_id), location.href).href : null,
        "card-body card-row",
        h("div", { class: "card-text" }, h("strong", null, c.name || t("content.file")), h("p", null, bytes(c.size))),
        h("span", { class: "card-mark" }, icon("file")),
      ),
    ),

  other: (c) =>
    box(
      "other",
      h("strong", null, t("content.other", { name: c.name ?? c.type })),
      h("pre", null, typeof c.json === "string" ? c.json : JSON.stringify(c.json ?? c, null, 2)),
    ),
};

/** A short text for accessible names and system lines. */
export function lineOf(content) {
  return pick(content) || content.text || content.title || "";
}
