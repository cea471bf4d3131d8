// Client of the emulator's control API.

import { pick, t } from "./i18n.js";

const ROOT = "/_/api";

/** An error response or a failed request; `text()` returns it in the current language. */
export class ApiError extends Error {
  constructor(status, detail) {
    super(detail?.en ?? `HTTP ${status}`);
    this.status = status;
    this.detail = detail;
  }

  text() {
    if (this.detail) return pick(this.detail);
    return this.status ? t("error.http", { status: this.status }) : t("error.network");
  }
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(ROOT + path, { cache: "no-store", ...options });
  } catch {
    throw new ApiError(0);
  }
  // The emulator was restarted with another token: its page says what to open.
  if (response.status === 401) location.reload();
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new ApiError(response.status, body?.error);
  return body;
}

const post = (path, body) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const getState = () => request("/state");

/** Every entry of an account, oldest first. */
export async function getTimeline(account) {
  const body = await request(`/timeline?account=${encodeURIComponent(account)}&after=0`);
  return body.entries ?? [];
}

/** What became of the message that an entry belongs to: `{trace}`, `null` if it belongs to none. */
export const getTrace = (entry) => request(`/trace?entry=${encodeURIComponent(entry)}`);

/** Performs an action of a person or a command. */
export const act = (body) => post("/act", body);

/** Verifies and saves a callback: `{ok, problem}`. */
export const setCallback = (body) => post("/callback", body);

/** The URL of a media file. */
export const mediaUrl = (mediaId) => `${ROOT}/media/${encodeURIComponent(mediaId)}`;

/** Uploads a file that a person is about to send: `{media_id, url}`. */
export const upload = (account, kind, blob) =>
  request(`/media?account=${encodeURIComponent(account)}&kind=${kind}`, {
    method: "POST",
    headers: { "Content-Type": blob.type || "application/octet-stream" },
    body: blob,
  });

/**
 * Listens for events. `onOpen` is called on every (re)connection, `onLost` when
 * the connection is lost. The browser reconnects automatically after a network
 * error, but not after an HTTP error; then a new connection is made here.
 */
export function listen({ onEvent, onOpen, onLost }) {
  let pause = 1000;
  const connect = () => {
    const source = new EventSource(`${ROOT}/events`);
    source.onopen = () => {
      pause = 1000;
      onOpen();
    };
    source.onmessage = ({ data }) => {
      let event;
      try {
        event = JSON.parse(data);
      } catch {
        return; // A truncated line; the next synchronization repairs it.
      }
      onEvent(event);
    };
    source.onerror = () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 15_000);
    };
  };
  connect();
}
